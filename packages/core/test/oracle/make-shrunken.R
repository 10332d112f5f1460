# Expected figures for shares of schools drawn to the other schools, and their places in the funnel, by base R (4.2.2).
# Likelihood by lbeta and optim, quantiles by qbeta, exact places by pbinom: none of it is written as the project writes it.
# Run: Rscript make-shrunken.R > shrunken.json
set.seed(20261127)
num <- function(x) trimws(formatC(x, digits = 15, format = "g"))
row <- function(x) paste0("[", paste(num(x), collapse = ","), "]")
obj <- function(...) { v <- list(...); paste0("{", paste0('"', names(v), '":', unlist(v), collapse = ","), "}") }
words <- function(x) paste0("[", paste0('"', x, '"', collapse = ","), "]")

loglik <- function(p, x, n) {
  a <- plogis(p[1]) * exp(p[2]); b <- (1 - plogis(p[1])) * exp(p[2])
  sum(lbeta(x + a, n - x + b) - lbeta(a, b))
}
# Precision for one more school, where these tell mean and spread only roughly.
one_more <- function(precision, n) {
  trust <- n / (n + precision)
  freedom <- max(1, sum(trust^2) - 1)
  precision / ((1 + 1 / sum(trust)) * ((freedom + 1) / freedom)^2)
}
prior <- function(x, n) {
  binomial <- sum(x) * log(sum(x) / sum(n)) + sum(n - x) * log(1 - sum(x) / sum(n))
  best <- NULL
  for (start in c(1, 3, 5)) {
    o <- optim(c(qlogis(sum(x) / sum(n)), start), function(p) -loglik(p, x, n), control = list(reltol = 1e-16, maxit = 5000))
    for (again in 1:3) o <- optim(o$par, function(p) -loglik(p, x, n), control = list(reltol = 1e-16, maxit = 5000))
    if (is.null(best) || o$value < best$value) best <- o
  }
  if (-best$value <= binomial + 1e-6 || best$par[2] > 12) c(sum(x) / sum(n), one_more(sum(n), n))
  else c(plogis(best$par[1]), one_more(min(sum(n), exp(best$par[2])), n))
}
drawn <- function(z) { b <- quantile(z, c(0.1, 0.9), type = 7); pmax(b[1], pmin(b[2], z)) }
place <- function(x, n) {
  t <- sum(x) / sum(n); k <- length(n); p <- x / n
  phi <- mean(drawn((p - t) / sqrt(t * (1 - t) / n))^2)
  w <- 4 * n
  tau2 <- max(0, (k * mean(drawn((asin(sqrt(p)) - asin(sqrt(t))) * sqrt(w))^2) - (k - 1)) / (sum(w) - sum(w^2) / sum(w)))
  wide <- phi > 1 + 2 * sqrt(2 / (k - 1)) && tau2 > 0
  limit <- function(q) sin(pmax(0, pmin(pi / 2, asin(sqrt(t)) + qnorm(q) * sqrt(1 / w + tau2))))^2
  # Beyond a level: the widened limit passed, or a tail of chance at most as large.
  above <- function(q) if (wide) p > limit(1 - q) else pbinom(x - 1, n, t, lower.tail = FALSE) <= q
  below <- function(q) if (wide) p < limit(q) else pbinom(x, n, t) <= q
  out <- ifelse(above(0.001), "above-998", ifelse(below(0.001), "below-998",
    ifelse(above(0.025), "above-95", ifelse(below(0.025), "below-95", "inside"))))
  obj(widened = tolower(wide), places = words(out))
}
region <- function(x, n) {
  p <- t(sapply(seq_along(n), function(i) prior(x[-i], n[-i])))
  a <- x + p[, 1] * p[, 2]; b <- n - x + (1 - p[, 1]) * p[, 2]
  obj(x = row(x), n = row(n), others = row(p[, 1]), shrunken = row(a / (a + b)),
      low = row(qbeta(0.025, a, b)), high = row(qbeta(0.975, a, b)), funnel = place(x, n))
}
n1 <- c(4, 6, 9, 12, 15, 22, 25, 31, 40, 48, 55, 63, 80, 120)
x1 <- rbinom(14, n1, rbeta(14, 2, 8)); x1[13] <- 44
n2 <- c(5, 8, 8, 14, 20, 25, 26, 33, 50, 51, 70, 90)
x2 <- rbinom(12, n2, 0.3); x2[3] <- 7
n3 <- sample(3:60, 30, replace = TRUE)
x3 <- rbinom(30, n3, rbeta(30, 6, 9))
cat(paste0('{"r":"', R.version.string, '","regions":[', paste(region(x1, n1), region(x2, n2), region(x3, n3), sep = ",\n"), "]}\n"))
