# Probabilities of schools with low results by the model of docs/risk.md, written anew: every sum over outcomes by enumeration, the
# beta-binomial fit by a general optimiser, the shares of levels by general root finders over adaptive integrals, levels integrated
# in steps of a fiftieth of a standard deviation out to eight. Rscript make-risk.R > risk.json (R 4.2.2, no packages).
schools <- 14
subjects <- 2
years <- 2 # 1 = the last year
border <- 0.3
n <- array(0, c(schools, subjects, years))
low <- n
# By kind of region, of the school, of the school on the subject, and of the single work. Works of `apart` have nothing in common; in
# `outlying` one school is unlike all others, which hardly differ; `few` are the first six of the first kind.
parts <- list(schools = c(0.02, 0.2, 0.25, 0.15), apart = c(0.06, 0, 0, 0.5), outlying = c(0.02, 0.04, 0.04, 0.1), few = c(0.02, 0.2, 0.25, 0.15))
LONE <- 8
region <- function(of, lone) {
  for (s in 1:schools) for (w in 1:subjects) for (y in 1:years) {
    n[s, w, y] <<- 12 + (s * 7 + w * 5 + y * 3) %% 40
    single <- if (of[2] == 0) (s * c(3, 5, 9, 11)[2 * w + y - 2] + w * 3 + y * 5) %% 14 / 14 else (s * 4 + w * 3 + y * 5) %% 7 / 7
    share <- of[1] + of[2] * ((s * 5) %% 14) / 14 + of[3] * ((s * 3 + w * 7) %% 11) / 11 + of[4] * single
    if (length(lone) && s == LONE) share <- lone[w]
    low[s, w, y] <<- round(n[s, w, y] * share)
  }
  for (w in 1:subjects) for (y in 1:years) for (s in 1:schools) {
    others <- setdiff(1:schools, s)
    f <- fit(low[others, w, y], n[others, w, y])
    differ[s, w, y] <<- f$precision < 1e6
    fitted <- min(f$precision, sum(n[others, w, y]))
    trust <- n[others, w, y] / (n[others, w, y] + fitted)
    freedom <- max(1, sum(trust^2) - 1)
    broad <- fitted / ((1 + 1 / sum(trust)) * ((freedom + 1) / freedom)^2) # what a few schools leave open
    precision[s, w, y] <<- exp(round(log(broad) / 0.005) * 0.005)
    step <- 0.006 / (2 * sqrt(precision[s, w, y] + 1))
    mean_[s, w, y] <<- sin(round(asin(sqrt(f$mean)) / step) * step)^2
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
  # Without any spread the likelihood is flat, and all pupils together tell the mean.
  none <- -best$par[2] > log(1e6)
  list(mean = if (none) sum(x) / sum(m) else plogis(best$par[1]), precision = exp(-best$par[2]))
}
mean_ <- precision <- differ <- n

# Of school s, when `without` says nothing: it deviates from the others of that one. Products of pairs of the same or of different
# works, and their weights; squares of single works, less what chance adds, and their weights.
deviations <- function(s, without) {
  m <- mean_[without, , ]; k <- precision[without, , ]
  trust <- differ[without, , ] * n[s, , ] / (n[s, , ] + k)
  share <- low[s, , ] / n[s, , ]
  variance <- m * (1 - m) / (1 + k)
  d <- trust * (share - m) / sqrt(variance)
  cells <- expand.grid(w = 1:subjects, y = 1:years)
  sums <- c(same = 0, sameTrust = 0, other = 0, otherTrust = 0)
  for (i in 1:(nrow(cells) - 1)) for (j in (i + 1):nrow(cells)) {
    one <- cbind(cells$w[i], cells$y[i]); two <- cbind(cells$w[j], cells$y[j])
    at <- if (cells$w[i] == cells$w[j]) 1 else 3
    sums[at] <- sums[at] + d[one] * d[two]
    sums[at + 1] <- sums[at + 1] + trust[one] * trust[two]
  }
  c(sums, square = sum(d^2 - trust^2 * share * (1 - share) / (n[s, , ] - 1) / variance), squareTrust = sum(trust^2))
}
alikeness <- function(without) {
  sums <- rowSums(sapply(setdiff(1:schools, without), deviations, without = without))
  square <- if (sums[["squareTrust"]] == 0) 1 else max(0.5, sums[["square"]] / sums[["squareTrust"]])
  part <- function(x) if (x < 0.001) 0 else x
  of <- function(name) if (sums[[paste0(name, "Trust")]] == 0) 0 else min(0.95, part(sums[[name]] / sums[[paste0(name, "Trust")]] / square))
  school <- of("other")
  work <- part(of("same") - school)
  c(school = round(school, 3), work = round(school + work, 3) - round(school, 3))
}

# Levels throughout (z) and those of a work beyond (u): midpoints that no other program's lattice has, nothing cut off or put together.
standard <- seq(-8, 8, by = 0.02) + 0.01
normal <- function(variance) {
  if (variance == 0) return(list(levels = 0, weights = 1))
  list(levels = standard * sqrt(variance), weights = dnorm(standard) / sum(dnorm(standard)))
}
# Mean over a normal distribution of levels.
over <- function(f) integrate(function(x) f(x) * dnorm(x), -Inf, Inf, rel.tol = 1e-11, subdivisions = 1000)$value
# Shares at a level x standard deviations of levels from the middle: mean plogis(middle + sd x), such that the mean is m and the variance
# alike * variance; v, such that the variance of all shares is `variance`.
shares <- function(m, variance, alike) {
  if (alike == 0) return(list(middle = qlogis(m), sd = 0, v = uniroot(function(v) within(v, qlogis(m), 0) - variance, c(1e-9, 1), extendInt = "upX", tol = 1e-14)$root))
  middle <- function(sd) uniroot(function(c) over(function(x) plogis(c + sd * x)) - m, qlogis(m) + c(-10, 10), tol = 1e-13)$root
  spread <- function(sd) { c <- middle(sd); over(function(x) (plogis(c + sd * x) - m)^2) - alike * variance }
  sd <- uniroot(spread, c(1e-4, 2), extendInt = "upX", tol = 1e-13)$root
  v <- uniroot(function(v) within(v, middle(sd), sd) - (1 - alike) * variance, c(1e-9, 1), extendInt = "upX", tol = 1e-14)$root
  list(middle = middle(sd), sd = sd, v = v)
}
# Mean variance of shares at a level.
within <- function(v, middle, sd) {
  at <- function(x) { s <- plogis(middle + sd * x); q <- s * (1 - s); v * q^2 / (1 + v * q) }
  if (sd == 0) at(0) else over(at)
}
# Jeffreys' distribution cut off: likelihood of the counts and chance that the share reaches the border.
outlying <- function(k, m, from, to) {
  if (from == to) return(list(likelihood = as.numeric(k == m * from), chance = as.numeric(from >= border)))
  mass <- function(a, b, x) if (to == 1) pbeta(x, a, b, lower.tail = FALSE) else pbeta(to, a, b) - pbeta(x, a, b)
  all <- mass(k + 0.5, m - k + 0.5, from)
  if (all == 0) return(list(likelihood = 0, chance = 0))
  list(
    likelihood = exp(lbeta(k + 0.5, m - k + 0.5) - lbeta(0.5, 0.5)) * all / mass(0.5, 0.5, from),
    chance = if (border >= to) 0 else mass(k + 0.5, m - k + 0.5, max(from, border)) / all
  )
}
listed <- function(isLow) { # subject x year
  sum(isLow[, 1]) >= 2 || any(isLow[, 1] & isLow[, 2])
}
probability <- function(s) {
  parts_ <- alikeness(s)
  school <- parts_[["school"]]
  work <- parts_[["work"]]
  alike <- school + work
  outer_ <- normal(school); inner <- normal(work)
  at <- outer(inner$levels, outer_$levels, "+") # level of a work: u x z
  patterns <- as.matrix(expand.grid(c(FALSE, TRUE), c(FALSE, TRUE)))
  # Beyond what levels eight standard deviations from the middle make likely a school speaks for itself alone.
  beyond <- list(below = list(), above = list())
  each <- lapply(1:subjects, function(w) {
    likelihood <- chance <- list()
    for (y in 1:years) {
      m <- mean_[s, w, y]
      of <- shares(m, m * (1 - m) / (1 + precision[s, w, y]), alike)
      share <- plogis(of$middle + (if (alike == 0) 0 else of$sd / sqrt(alike)) * at)
      a <- 1 / (of$v * (1 - share)); b <- 1 / (of$v * share)
      likelihood[[y]] <- exp(lbeta(a + low[s, w, y], b + n[s, w, y] - low[s, w, y]) - lbeta(a, b))
      chance[[y]] <- pbeta(border, a + low[s, w, y], b + n[s, w, y] - low[s, w, y], lower.tail = FALSE)
      ends <- plogis(of$middle + c(-8, 8) * of$sd)
      ends <- list(a = 1 / (of$v * (1 - ends)), b = 1 / (of$v * ends))
      from <- c(0, if (ends$b[2] <= 0.5) 1 else max(0, (ends$a[2] - 0.5) / (ends$a[2] + ends$b[2] - 1)))
      to <- c(if (ends$a[1] <= 0.5) 0 else min(1, (ends$a[1] - 0.5) / (ends$a[1] + ends$b[1] - 1)), 1)
      for (side in 1:2) beyond[[side]][[length(beyond[[side]]) + 1]] <<- outlying(low[s, w, y], n[s, w, y], from[side], to[side])
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
  others <- schools - 1
  above <- above * (1 - 2 / (others + 3))
  whole <- whole * (1 - 2 / (others + 3))
  for (side in beyond) { # works in the order of subjects, then years
    weight <- prod(sapply(side, `[[`, "likelihood")) / (others + 3)
    chances <- matrix(sapply(side, `[[`, "chance"), ncol = years, byrow = TRUE)
    for (of in 0:(2^(subjects * years) - 1)) {
      isLow <- matrix(bitwAnd(of, 2^(0:(subjects * years - 1))) > 0, ncol = years)
      if (listed(isLow)) above <- above + weight * prod(ifelse(isLow, chances, 1 - chances))
    }
    whole <- whole + weight
  }
  above / whole
}
cat('{"r":"', R.version.string, '"', sep = "")
for (kind in names(parts)) {
  schools <- if (kind == "few") 6 else 14
  region(parts[[kind]], if (kind == "outlying") c(0.4, 0.2) else NULL)
  cat(sprintf(',"%s":[\n', kind))
  for (s in 1:schools) {
    counts <- apply(expand.grid(1:years, 1:subjects), 1, function(c) sprintf("[%d,%d]", low[s, c[2], c[1]], n[s, c[2], c[1]]))
    cat(sprintf('  {"works":[%s],"probability":%.10f}%s\n', paste(counts, collapse = ","), probability(s), if (s < schools) "," else ""))
  }
  cat("]")
}
cat("}\n")
