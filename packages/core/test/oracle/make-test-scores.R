# Expected figures for test scores of ЕГЭ by base R (4.2.2): every pupil as a row, schools as a column, nothing from counts.
# Run: Rscript make-test-scores.R > test-scores.json
set.seed(20261128)
num <- function(x) trimws(formatC(x, digits = 15, format = "g"))
row <- function(x) paste0("[", paste(num(x), collapse = ","), "]")
obj <- function(...) { v <- list(...); paste0("{", paste0('"', names(v), '":', unlist(v), collapse = ","), "}") }
wilson <- function(x, n) prop.test(x, n, correct = FALSE)$conf.int
# A mean over schools: regression through the origin of sums on sizes by weights 1/size has the slope sum(y)/sum(m); its variance by
# linearisation (Cochran 1977, 6.3), written out.
clustered <- function(v, school) {
  y <- tapply(v, school, sum); m <- tapply(v, school, length); k <- length(m); p <- sum(y) / sum(m)
  se <- sqrt(k / (k - 1) * sum((y - p * m)^2)) / sum(m)
  p + c(-1, 1) * qt(0.975, k - 1) * se
}
figures <- function(score, school, minimum) {
  n <- length(score); q <- quantile(score, c(0.25, 0.5, 0.75), type = 7)
  ends <- function(v, own) if (length(unique(school)) < 2) own else clustered(v, school)
  share <- function(v) row(c(mean(v), pmin(1, pmax(0, ends(v, wilson(sum(v), n))))))
  obj(n = num(n), mean = row(c(mean(score), pmin(100, pmax(0, ends(score, t.test(score)$conf.int))))), sd = num(sd(score)),
      quartiles = row(q), below = share(score < minimum), middle = share(score >= 61), high = share(score >= 81))
}
# An invented table of 21 primary scores, not a line.
table <- c(0, 5, 11, 18, 24, 29, 33, 36, 40, 44, 48, 51, 55, 60, 64, 69, 75, 82, 88, 95, 100)
sizes <- c(9, 14, 27, 40)
school <- rep(seq_along(sizes), sizes)
primary <- pmin(20, pmax(0, round(rnorm(sum(sizes), c(6, 11, 13, 15)[school], 5))))
score <- table[primary + 1]
parts <- sapply(seq_along(sizes), function(i) figures(score[school == i], school[school == i], 36))
cat(obj(r = paste0('"', R.version.string, '"'), table = row(table), school = row(school), primary = row(primary), minimum = 36,
        schools = paste0("[", paste(parts, collapse = ",\n"), "]"), all = figures(score, school, 36)), "\n")
