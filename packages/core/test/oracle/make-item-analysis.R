# Response matrices made here from a fixed seed, and their item analysis by base R (cor, var, quantile) from the
# raw rows. Run: Rscript make-item-analysis.R > item-analysis.json
set.seed(20261124)
make <- function(n, max) {
  ability <- rnorm(n)
  sapply(max, function(m) {
    hard <- runif(1, -1.5, 1.5)
    rbinom(n, m, plogis(1.1 * (ability - hard)))
  })
}
num <- function(x) ifelse(is.na(x), "null", formatC(x, digits = 17, format = "g"))
list1 <- function(x) paste0("[", paste(num(x), collapse = ","), "]")
analyse <- function(name, max, x) {
  total <- rowSums(x); k <- ncol(x)
  alpha <- function(y) { j <- ncol(y); j / (j - 1) * (1 - sum(apply(y, 2, var)) / var(rowSums(y))) }
  q <- quantile(total, c(0.27, 0.73), type = 7)
  lower <- total <= q[1]; upper <- total >= q[2]
  item <- sapply(seq_len(k), function(i) {
    p <- mean(x[, i]) / max[i]
    ci <- if (max[i] == 1) prop.test(sum(x[, i]), nrow(x), correct = FALSE)$conf.int else t.test(x[, i])$conf.int / max[i]
    sprintf('{"mean":%s,"sd":%s,"solveRate":%s,"low":%s,"high":%s,"itemTotalR":%s,"itemRestR":%s,"alphaIfDeleted":%s,"upperLower27":%s}',
      num(mean(x[, i])), num(sd(x[, i])), num(p), num(max(0, ci[1])), num(min(1, ci[2])),
      num(cor(x[, i], total)), num(cor(x[, i], total - x[, i])),
      num(alpha(x[, -i, drop = FALSE])), num((mean(x[upper, i]) - mean(x[lower, i])) / max[i]))
  })
  sprintf('{"name":"%s","max":%s,"rows":[%s],"mean":%s,"sd":%s,"alpha":%s,"sem":%s,"items":[\n%s]}',
    name, list1(max), paste(apply(x, 1, list1), collapse = ","), num(mean(total)), num(sd(total)), num(alpha(x)),
    num(sd(total) * sqrt(1 - alpha(x))), paste(item, collapse = ",\n"))
}
sets <- list(
  list("zero-one", rep(1, 8), 101), list("several points", c(1, 2, 3, 1, 4, 2, 1), 300),
  list("small class", c(1, 1, 2, 3), 12), list("long work", sample(1:3, 25, TRUE), 201))
out <- sapply(sets, function(s) analyse(s[[1]], s[[2]], make(s[[3]], s[[2]])))
cat("{\"madeBy\":\"make-item-analysis.R, ", R.version.string, "\",\"sets\":[\n", paste(out, collapse = ",\n"), "\n]}\n", sep = "")
