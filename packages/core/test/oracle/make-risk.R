# Probabilities of schools with low results by the model of docs/risk.md, written anew: every sum over outcomes by enumeration, the
# beta-binomial fit by a general optimiser, the middle level by a general root finder over an adaptive integral, levels integrated
# in steps of a fiftieth of a standard deviation out to seven. Rscript make-risk.R > risk.json (R 4.2.2, no packages).
schools <- 14
subjects <- 2
years <- 2 # 1 = the last year
border <- 0.3
n <- array(0, c(schools, subjects, years))
low <- n
# By kind of region, of the school, of the school on the subject, and of the single work. Works of `apart` have nothing in common.
parts <- list(schools = c(0.02, 0.2, 0.25, 0.15), apart = c(0.06, 0, 0, 0.5))
region <- function(of) {
  for (s in 1:schools) for (w in 1:subjects) for (y in 1:years) {
    n[s, w, y] <<- 12 + (s * 7 + w * 5 + y * 3) %% 40
    single <- if (of[2] == 0) (s * c(3, 5, 9, 11)[2 * w + y - 2] + w * 3 + y * 5) %% 14 / 14 else (s * 4 + w * 3 + y * 5) %% 7 / 7
    share <- of[1] + of[2] * ((s * 5) %% 14) / 14 + of[3] * ((s * 3 + w * 7) %% 11) / 11 + of[4] * single
    low[s, w, y] <<- round(n[s, w, y] * share)
  }
  for (w in 1:subjects) for (y in 1:years) for (s in 1:schools) {
    others <- setdiff(1:schools, s)
    f <- fit(low[others, w, y], n[others, w, y])
    mean_[s, w, y] <<- f$mean
    precision[s, w, y] <<- min(f$precision, sum(n[others, w, y]))
  }
}

fit <- function(x, m) {
  height <- function(par) {
    mu <- plogis(par[1]); theta <- exp(par[2])
    sum(lbeta(x + mu / theta, m - x + (1 - mu) / theta) - lbeta(mu / theta, (1 - mu) / theta))
  }
  start <- c(qlogis(sum(x) / sum(m)), log(0.02))
  best <- optim(start, function(p) -height(p), control = list(reltol = 1e-15, maxit = 20000))
  best <- optim(best$par, function(p) -height(p), control = list(reltol = 1e-16, maxit = 20000))
  list(mean = plogis(best$par[1]), precision = exp(-best$par[2]))
}
mean_ <- precision <- n

# Of school s, when `without` says nothing: it deviates from the others of that one.
pairs <- function(s, without, same) {
  products <- 0; weights <- 0
  m <- mean_[without, , ]; k <- precision[without, , ]
  trust <- n[s, , ] / (n[s, , ] + k)
  deviation <- trust * (low[s, , ] / n[s, , ] - m) / sqrt(m * (1 - m) / (1 + k))
  cells <- expand.grid(w = 1:subjects, y = 1:years)
  for (i in 1:(nrow(cells) - 1)) for (j in (i + 1):nrow(cells)) {
    if ((cells$w[i] == cells$w[j]) != same) next
    products <- products + deviation[cells$w[i], cells$y[i]] * deviation[cells$w[j], cells$y[j]]
    weights <- weights + trust[cells$w[i], cells$y[i]] * trust[cells$w[j], cells$y[j]]
  }
  c(products, weights)
}
part <- function(without, same) {
  sums <- rowSums(sapply(setdiff(1:schools, without), pairs, without = without, same = same))
  min(0.95, max(0, sums[1] / sums[2]))
}

# Levels throughout (z) and those of a work beyond (u): midpoints that no other program's lattice has, nothing cut off or put together.
standard <- seq(-7, 7, by = 0.02) + 0.01
normal <- function(variance) {
  if (variance == 0) return(list(levels = 0, weights = 1))
  list(levels = standard * sqrt(variance), weights = dnorm(standard) / sum(dnorm(standard)))
}
# Where the middle level lies, so that the mean share over all levels is m: mean of plogis(middle + sd * level) over the normal
# distribution of levels.
middle <- function(m, sd) {
  if (sd == 0) return(qlogis(m))
  share <- function(c) integrate(function(x) plogis(c + sd * x) * dnorm(x), -Inf, Inf, rel.tol = 1e-10)$value
  uniroot(function(c) share(c) - m, qlogis(m) + c(-10, 10), tol = 1e-12)$root
}
listed <- function(isLow) { # subject x year
  sum(isLow[, 1]) >= 2 || any(isLow[, 1] & isLow[, 2])
}
probability <- function(s) {
  school <- part(s, FALSE)
  work <- max(0, part(s, TRUE) - school)
  alike <- school + work
  outer_ <- normal(school); inner <- normal(work)
  at <- outer(inner$levels, outer_$levels, "+") # level of a work: u x z
  patterns <- as.matrix(expand.grid(c(FALSE, TRUE), c(FALSE, TRUE)))
  each <- lapply(1:subjects, function(w) {
    likelihood <- chance <- list()
    for (y in 1:years) {
      m <- mean_[s, w, y]
      variance <- 1 / ((1 + precision[s, w, y]) * m * (1 - m))
      share <- plogis(middle(m, sqrt(variance * alike)) + sqrt(variance) * at)
      k <- 1 / ((1 - alike) * variance * share * (1 - share)) - 1
      stopifnot(min(k) > 0.5) # the least that the program takes
      a <- share * k; b <- (1 - share) * k
      likelihood[[y]] <- exp(lbeta(a + low[s, w, y], b + n[s, w, y] - low[s, w, y]) - lbeta(a, b))
      chance[[y]] <- pbeta(border, a + low[s, w, y], b + n[s, w, y] - low[s, w, y], lower.tail = FALSE)
    }
    apply(patterns, 1, function(pattern) { # z x pattern
      value <- likelihood[[1]] * likelihood[[2]]
      for (y in 1:years) value <- value * (if (pattern[y]) chance[[y]] else 1 - chance[[y]])
      colSums(value * inner$weights)
    })
  })
  each <- lapply(each, matrix, ncol = 4)
  above <- 0; whole <- 0
  for (one in 1:4) for (other in 1:4) {
    weight <- sum(outer_$weights * each[[1]][, one] * each[[2]][, other])
    whole <- whole + weight
    if (listed(rbind(patterns[one, ], patterns[other, ]))) above <- above + weight
  }
  above / whole
}
cat('{"r":"', R.version.string, '"', sep = "")
for (kind in names(parts)) {
  region(parts[[kind]])
  cat(sprintf(',"%s":[\n', kind))
  for (s in 1:schools) {
    counts <- apply(expand.grid(1:years, 1:subjects), 1, function(c) sprintf("[%d,%d]", low[s, c[2], c[1]], n[s, c[2], c[1]]))
    cat(sprintf('  {"works":[%s],"probability":%.10f}%s\n', paste(counts, collapse = ","), probability(s), if (s < schools) "," else ""))
  }
  cat("]")
}
cat("}\n")
