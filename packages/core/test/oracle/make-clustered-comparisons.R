# Expected differences between groups of schools, plain and net of the total, pupil by pupil, by base R only.
# Run: Rscript make-clustered-comparisons.R > clustered-comparisons.json
set.seed(20261127)
num <- function(x) ifelse(is.na(x), "null", formatC(x, digits = 17, format = "g"))
row <- function(...) paste0("[", paste(num(c(...)), collapse = ","), "]")
maxima <- c(1, 1, 2, 3, 1)
# A municipality of few large schools, one of many small ones, one of two; topics differ by school.
sizes <- list(c(30, 55, 12, 25), c(3, 9, 14, 6, 21, 2, 17, 8), c(40, 33))
rows <- do.call(rbind, lapply(seq_along(sizes), function(m) do.call(rbind, lapply(seq_along(sizes[[m]]), function(j) {
  n <- sizes[[m]][j]; level <- rnorm(1, 0, 0.6); topic <- rnorm(length(maxima), 0, 0.5); ability <- level + rnorm(n)
  x <- sapply(seq_along(maxima), function(i) rbinom(n, maxima[i], plogis(ability + topic[i] - c(-1, 0, 0.3, 0.5, 1)[i])))
  data.frame(m = m, school = 10 * m + j, matrix(x, n))
}))))
items <- rows[, -(1:2)]; total <- rowSums(items)

welch <- function(d, v1, k1, v2, k2) {
  v <- v1 + v2; df <- v^2 / (v1^2 / (k1 - 1) + v2^2 / (k2 - 1))
  c(d, pmax(-1, d - qt(0.975, df) * sqrt(v)), pmin(1, d + qt(0.975, df) * sqrt(v)), 2 * pt(-abs(d) / sqrt(v), df))
}
overSchools <- function(contribution, school) { s <- tapply(contribution, school, sum); k <- length(s); c(k / (k - 1) * sum(s^2), k) }
plain <- function(x, school) { p <- mean(x); c(p, overSchools((x - p) / length(x), school)) }
net <- function(x, total, school, own) {
  common <- total %in% intersect(total[own], total[!own]); x <- x[common]; total <- total[common]; school <- school[common]; own <- own[common]
  m1 <- ave(ifelse(own, NA, x), total, FUN = function(v) mean(v, na.rm = TRUE))
  n1 <- ave(as.numeric(!own), total, FUN = sum); n2 <- ave(as.numeric(own), total, FUN = sum)
  d <- sum((x - m1)[own]) / sum(own)
  a <- overSchools(((x - m1 - d) / sum(own))[own], school[own]); b <- overSchools((n2 / n1 * (x - m1) / sum(own))[!own], school[!own])
  welch(d, a[1], a[2], b[1], b[2])
}
found <- unlist(lapply(seq_along(sizes), function(m) sapply(seq_along(maxima), function(i) {
  own <- rows$m == m; x <- items[, i] / maxima[i]
  a <- plain(x[own], rows$school[own]); b <- plain(x[!own], rows$school[!own])
  row(m, i, welch(a[1] - b[1], a[2], a[3], b[2], b[3]), net(x, total, rows$school, own))
})))
cat(sprintf('{\n  "madeBy": "make-clustered-comparisons.R, %s",\n  "maxima": %s,\n', R.version.string, row(maxima)))
cat(sprintf('  "pupils": [\n    %s\n  ],\n', paste(apply(rows, 1, row), collapse = ",\n    ")))
cat(sprintf('  "comparisons": [\n    %s\n  ]\n}\n', paste(found, collapse = ",\n    ")))
