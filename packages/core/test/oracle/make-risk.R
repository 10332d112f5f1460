# Probabilities of schools with low results by the model of docs/risk.md, written anew: every sum over outcomes by enumeration,
# the beta-binomial fit by a general optimiser. Rscript make-risk.R > risk.json (R 4.2.2, no packages).
schools <- 14
subjects <- 2
years <- 2 # 1 = the last year
border <- 0.3
n <- array(0, c(schools, subjects, years))
low <- n
for (s in 1:schools) for (w in 1:subjects) for (y in 1:years) {
  n[s, w, y] <- 12 + (s * 7 + w * 5 + y * 3) %% 40
  # Of the school, of the school on the subject, and of the single work.
  share <- 0.02 + 0.2 * ((s * 5) %% 14) / 14 + 0.25 * ((s * 3 + w * 7) %% 11) / 11 + 0.15 * ((s * 4 + w * 3 + y * 5) %% 7) / 7
  low[s, w, y] <- round(n[s, w, y] * share)
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
for (w in 1:subjects) for (y in 1:years) for (s in 1:schools) {
  others <- setdiff(1:schools, s)
  f <- fit(low[others, w, y], n[others, w, y])
  mean_[s, w, y] <- f$mean
  precision[s, w, y] <- min(f$precision, sum(n[others, w, y]))
}

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

lattice <- (-18:18) * 0.25
normal <- function(variance) {
  reach <- if (variance <= 1e-12) 0 else ceiling(3.2 * sqrt(variance) / 0.25)
  weights <- if (reach == 0) 1 else dnorm((-reach:reach) * 0.25, sd = sqrt(variance))
  list(steps = -reach:reach, weights = weights / sum(weights))
}
listed <- function(isLow) { # subject x year
  sum(isLow[, 1]) >= 2 || any(isLow[, 1] & isLow[, 2])
}
probability <- function(s) {
  school <- part(s, FALSE)
  work <- max(0, part(s, TRUE) - school)
  alike <- school + work
  likelihood <- array(0, c(subjects, years, length(lattice)))
  chance <- likelihood
  for (w in 1:subjects) for (y in 1:years) {
    m <- mean_[s, w, y]
    variance <- 1 / ((1 + precision[s, w, y]) * m * (1 - m))
    share <- plogis(qlogis(m) * sqrt(1 + pi * variance / 8) + sqrt(variance) * lattice)
    k <- pmax(0.5, 1 / ((1 - alike) * variance * share * (1 - share)) - 1)
    a <- share * k; b <- (1 - share) * k
    likelihood[w, y, ] <- exp(lbeta(a + low[s, w, y], b + n[s, w, y] - low[s, w, y]) - lbeta(a, b))
    chance[w, y, ] <- pbeta(border, a + low[s, w, y], b + n[s, w, y] - low[s, w, y], lower.tail = FALSE)
  }
  place <- function(step) pmin(37, pmax(1, 19 + step))
  patterns <- as.matrix(expand.grid(c(FALSE, TRUE), c(FALSE, TRUE)))
  outer_ <- normal(school); inner <- normal(work)
  above <- 0; whole <- 0
  for (i in seq_along(outer_$steps)) {
    each <- lapply(1:subjects, function(w) apply(patterns, 1, function(pattern) {
      at <- place(outer_$steps[i] + inner$steps)
      value <- inner$weights
      for (y in 1:years) {
        p <- chance[w, y, at]
        value <- value * likelihood[w, y, at] * (if (pattern[y]) p else 1 - p)
      }
      sum(value)
    }))
    for (one in 1:4) for (other in 1:4) {
      weight <- outer_$weights[i] * each[[1]][one] * each[[2]][other]
      whole <- whole + weight
      if (listed(rbind(patterns[one, ], patterns[other, ]))) above <- above + weight
    }
  }
  above / whole
}
cat('{"r":"', R.version.string, '","schools":[\n', sep = "")
for (s in 1:schools) {
  counts <- apply(expand.grid(1:years, 1:subjects), 1, function(c) sprintf("[%d,%d]", low[s, c[2], c[1]], n[s, c[2], c[1]]))
  cat(sprintf('  {"works":[%s],"probability":%.10f}%s\n', paste(counts, collapse = ","), probability(s), if (s < schools) "," else ""))
}
cat("]}\n")
