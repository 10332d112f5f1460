# Expected figures for our own tests of doubtful results, by base R and MASS (ginv) only; no code of ours.
# Run: Rscript make-objectivity.R > objectivity.json
suppressMessages(library(MASS))
set.seed(20261127)
num <- function(x) ifelse(is.na(x), "null", formatC(x, digits = 17, format = "g"))
row <- function(x) paste0("[", paste(num(x), collapse = ","), "]")
obj <- function(...) { v <- list(...); paste0("{", paste0('"', names(v), '":', unlist(v), collapse = ","), "}") }
lines <- c()
put <- function(name, rows) lines <<- c(lines, sprintf('  "%s": [\n    %s\n  ]', name, paste(rows, collapse = ",\n    ")))

# Tables of marks 2..5 of the work (rows) by journal marks (columns), by row.
tables <- list(
  matrix(c(8, 3, 1, 2, 5, 20, 6, 1, 2, 9, 30, 4, 1, 3, 12, 18), 4, byrow = TRUE),
  matrix(c(2, 1, 1, 1, 7, 4, 1, 2, 3, 8, 5, 1, 1, 2, 6, 3), 4, byrow = TRUE),
  matrix(c(3, 4, 0, 0, 1, 5, 0, 0, 0, 0, 6, 7, 0, 0, 2, 8), 4, byrow = TRUE),
  matrix(c(0, 2, 0, 0, 3, 6, 1, 0, 0, 4, 5, 0, 0, 0, 0, 0), 4, byrow = TRUE)
)
put("squares", sapply(tables, function(m) {
  d <- rowSums(m) - colSums(m)
  s <- -(m + t(m)); diag(s) <- rowSums(m) + colSums(m) - 2 * diag(m)
  sm <- c(t(d) %*% ginv(s) %*% d)
  df <- sum(svd(s)$d > 1e-9)
  up <- m[upper.tri(m)]; down <- t(m)[upper.tri(m)]; filled <- up + down > 0
  bowker <- sum(((up - down)^2 / (up + down))[filled])
  if (all(filled)) stopifnot(abs(bowker - mcnemar.test(m)$statistic) < 1e-9)
  obj(table = row(t(m)), marginals = row(c(sm, df, pchisq(sm, df, lower.tail = FALSE))),
      symmetry = row(c(bowker, sum(filled), pchisq(bowker, sum(filled), lower.tail = FALSE))))
}))

# Fisher's noncentral hypergeometric tail: own at the border, own under it, others at it, others under it, odds ratio.
g <- list(c(7, 1, 90, 60, 1.3), c(3, 4, 20, 31, 0.8), c(12, 2, 14, 9, 2.1), c(0, 5, 40, 40, 1), c(5, 0, 2, 3, 0.5), c(60, 20, 3000, 1400, 1.1))
put("hypergeometric", sapply(g, function(v) row(c(v, if (v[1] == 0) 1 else fisher.test(matrix(v[1:4], 2), or = v[5], alternative = "greater")$p.value))))

# Bunching at three borders of a region of totals 0..12 against a school, tilted by root finding, all outcomes enumerated.
borders <- c(4, 7, 10)
others <- c(9, 20, 41, 38, 95, 70, 66, 120, 71, 50, 62, 25, 8)
schools <- list(c(0, 0, 1, 1, 4, 2, 1, 5, 2, 1, 3, 1, 0), c(0, 1, 0, 0, 2, 0, 0, 1, 0, 0, 0, 0, 0), c(1, 0, 2, 3, 1, 2, 4, 1, 2, 3, 0, 1, 1), c(0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 3, 1, 2))
moments <- function(own) {
  x <- 0:12; mean <- sum(x * own) / sum(own)
  q <- function(t) { w <- others * exp(t * (x - mean)); w / sum(w) }
  t <- uniroot(function(t) sum(x * q(t)) - mean, c(-20, 20), tol = 1e-15)$root
  list(t = t, q = q(t), mean = mean)
}
put("bunching", sapply(schools, function(own) {
  t <- moments(own)$t
  masses <- 1
  for (b in borders) {
    m <- own[b + 1] + own[b]; at <- own[b + 1] + others[b + 1]; under <- own[b] + others[b]
    if (m == 0) next
    k <- 0:m
    w <- choose(at, k) * choose(under, m - k) * exp(t * k)
    masses <- c(outer(masses, w / sum(w)))
  }
  # Sum of counts of every combination, in the order of outer().
  sums <- 0
  for (b in borders) { m <- own[b + 1] + own[b]; if (m > 0) sums <- c(outer(sums, 0:m, "+")) }
  a <- sum(own[borders + 1])
  obj(own = row(own), tilt = num(t), n = num(sum(own[borders + 1] + own[borders])), excess = num(a - sum(sums * masses)),
      p = num(sum(masses[sums >= a])), leastP = num(sum(masses[sums == max(sums)])))
}))
put("others", num(others))
put("shape", sapply(schools, function(own) {
  m <- moments(own); x <- 0:12; n <- sum(own)
  mu <- function(k) sum(m$q * (x - m$mean)^k)
  s2 <- var(rep(x, own))
  theta <- function(k) sum(m$q^k)
  pairs <- sum(own * (own - 1)) / (n * (n - 1))
  v <- (4 * (n - 2) * (theta(3) - theta(2)^2) + 2 * theta(2) * (1 - theta(2))) / (n * (n - 1))
  obj(own = row(own), variance = row(c(s2 / mu(2), (mu(4) - mu(2)^2 - mu(3)^2 / mu(2)) / ((n - 1) * mu(2)^2))),
      identical = row(c(pairs / theta(2), v / theta(2)^2)))
}))

# Beta-binomial tails: count, n, mean, precision (0 = binomial).
g <- list(c(9, 12, 0.6, 20), c(2, 12, 0.6, 20), c(0, 30, 0.04, 8), c(4, 30, 0.04, 8), c(150, 200, 0.68, 35), c(3, 10, 0.3, 0))
put("shares", sapply(g, function(v) {
  k <- 0:v[2]; a <- v[3] * v[4]; b <- (1 - v[3]) * v[4]
  m <- if (v[4] == 0) dbinom(k, v[2], v[3]) else exp(lchoose(v[2], k) + lbeta(k + a, v[2] - k + b) - lbeta(a, b))
  row(c(v, sum(m[k >= v[1]]), sum(m[k <= v[1]])))
}))

# What is usual among schools.
usual <- function(y, v) {
  steady <- v <= median(v)
  spread <- function(c) { s <- (y - c)^2 / qchisq(0.5, 1) - v; max(0, median(s), median(s[steady])) }
  c0 <- median(y); t0 <- spread(c0); w <- 1 / (v + t0)
  d <- pmin(2 / sqrt(w), pmax(-2 / sqrt(w), y - c0))
  centre <- c0 + sum(w * d) / sum(w); t1 <- spread(centre)
  lower <- sort(v)[length(v) %/% 4 + 1]
  list(centre = centre, cv = 1 / sum(w), spread = t1 + (lower + t1) * sqrt(2 / (0.37 * length(v))))
}
put("usual", sapply(c(10, 11, 40), function(k) {
  v <- rexp(k, 3) + 0.05; y <- rnorm(k, 0.3, sqrt(v + 0.1)); y[1] <- 4
  u <- usual(y, v)
  t <- (y - u$centre) / sqrt(v + u$spread + u$cv)
  df <- 0.37 * (k - 1)
  obj(values = row(y), variances = row(v), usual = row(c(u$centre, u$cv, u$spread)),
      upper = row(pt(t, df, lower.tail = FALSE)), lower = row(pt(t, df)), both = row(2 * pt(-abs(t), df)))
}))

# Item slopes from raw answers: 60 pupils of the region, of them the first 12 are the school; items of 1, 1, 1, 2 points.
maxima <- c(1, 1, 1, 2)
answers <- sapply(seq_along(maxima), function(i) rbinom(60, maxima[i], c(0.8, 0.6, 0.4, 0.3)[i]))
own <- 1:12
rate <- colSums(answers) / (60 * maxima)
difficulty <- log((1 - rate) / rate)
total <- rowSums(answers); y <- c(answers %*% difficulty)
score <- 0; information <- 0; variance <- 0; n <- 0
for (k in unique(total[own])) {
  here <- which(total == k); n2 <- sum(here %in% own); n1 <- length(here) - n2
  if (n1 == 0) next
  v <- apply(answers[here, , drop = FALSE], 2, var)
  d <- v
  for (round in 1:12) { if (sum(d) == 0) break; d <- v / (1 - pmin(0.9, d / sum(d))) }
  w <- if (sum(d) == 0) 0 else sum(d * (difficulty - sum(d * difficulty) / sum(d))^2)
  score <- score + (sum(y[intersect(here, own)]) - n2 * mean(y[setdiff(here, own)]))
  information <- information + n2 * w
  variance <- variance + n2 * (n1 + n2) / n1 * w
  n <- n + n2
}
put("slope", obj(answers = paste0("[", paste(apply(answers, 1, row), collapse = ","), "]"),
                 found = row(c(n, score / information, variance / information^2))))

# The same without one part after the other: 240 pupils, of them the first 30 are the school; six items in three parts, the school has
# nothing in the first.
maxima <- c(1, 1, 1, 2, 1, 1)
part <- c(1, 1, 2, 3, 3, 2)
answers <- sapply(seq_along(maxima), function(i) rbinom(240, maxima[i], c(0.85, 0.7, 0.6, 0.4, 0.35, 0.25)[i]))
own <- 1:30
answers[own, part == 1] <- 0
difficulty <- log(240 * maxima / colSums(answers) - 1)
total <- rowSums(answers)
at <- sort(unique(total))
free <- t(sapply(at, function(k) {
  v <- apply(answers[total == k, , drop = FALSE], 2, function(x) if (length(x) > 1) var(x) else 0)
  d <- v
  for (round in 1:12) { if (sum(d) == 0) break; d <- v / (1 - pmin(0.9, d / sum(d))) }
  d
}))
others <- lapply(at, function(k) setdiff(which(total == k), own))
without <- sapply(1:3, function(leave) {
  stay <- which(part != leave)
  mu <- t(sapply(others, function(o) colMeans(answers[o, stay, drop = FALSE])))
  rest <- rowSums(mu)
  w <- apply(free[, stay], 1, function(d) if (sum(d) == 0) 0 else sum(d * (difficulty[stay] - sum(d * difficulty[stay]) / sum(d))^2))
  score <- 0; information <- 0; variance <- 0; n <- 0
  for (k in unique(total[own])) {
    here <- intersect(which(total == k), own)
    x <- colSums(answers[here, stay, drop = FALSE])
    wanted <- sum(x) / length(here)
    known <- which(sapply(others, length) > 0)
    first <- known[which.min(abs(known - which(at == k)))]
    path <- if (rest[first] < wanted) known[known >= first] else rev(known[known <= first])
    beyond <- if (rest[first] < wanted) which(rest[path] >= wanted) else which(rest[path] <= wanted)
    if (length(beyond) == 0) next
    j2 <- path[beyond[1]]; j1 <- path[max(1, beyond[1] - 1)]
    f <- if (j1 == j2) 0 else (wanted - rest[j1]) / (rest[j2] - rest[j1])
    m <- lengths(others)[c(j1, j2)]
    contrast <- (1 - f) * w[j1] + f * w[j2]
    score <- score + sum(difficulty[stay] * (x - length(here) * ((1 - f) * mu[j1, ] + f * mu[j2, ])))
    information <- information + length(here) * contrast
    variance <- variance + (length(here) + length(here)^2 * ((1 - f)^2 / m[1] + f^2 / m[2])) * contrast
    n <- n + length(here)
  }
  c(n, score / information, variance / information^2)
})
put("slopesWithout", obj(answers = paste0("[", paste(apply(answers, 1, row), collapse = ","), "]"),
                         found = paste0("[", paste(apply(without, 2, row), collapse = ","), "]")))

cat("{\n", sprintf('  "madeBy": "%s, MASS %s",\n', R.version.string, packageVersion("MASS")), paste(lines, collapse = ",\n"), "\n}\n", sep = "")
