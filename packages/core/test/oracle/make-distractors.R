# Expected figures for options of items with a key by base R (4.2.2): every pupil as a row, nothing from counts.
# Run: Rscript make-distractors.R > distractors.json
set.seed(20261129)
num <- function(x) ifelse(is.na(x), "null", trimws(formatC(x, digits = 15, format = "g")))
row <- function(x) paste0("[", paste(num(x), collapse = ","), "]")
obj <- function(...) { v <- list(...); paste0("{", paste0('"', names(v), '":', unlist(v), collapse = ","), "}") }
list_ <- function(x) paste0("[", paste(x, collapse = ",\n"), "]")
options <- c("А", "Б", "В", "Г")
key <- c("А", "В", "Б", "Г", "А", "Б")
n <- 160
ability <- rnorm(n)
# Item 5: the key that is written down is wrong. Item 6: nobody takes В. A zero is no option.
true <- c(1, 3, 2, 4, 2, 2)
choice <- sapply(seq_along(key), function(j) {
  right <- runif(n) < plogis(1.2 * ability + c(0.8, 0.3, 0, -0.3, 0.4, 0)[j])
  other <- if (j == 6) c(1, 4) else setdiff(1:4, true[j])
  ifelse(right, true[j], ifelse(runif(n) < 0.1, 0, sample(other, n, replace = TRUE)))
})
points <- sapply(seq_along(key), function(j) as.numeric(choice[, j] == match(key[j], options)))
total <- rowSums(points)
quarter <- 1 + rowSums(outer(total, quantile(total, c(0.25, 0.5, 0.75), type = 7), ">"))
wilson <- function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE)$conf.int)
of <- function(j, o) {
  rest <- total - points[, j]; chose <- choice[, j] == o; right <- choice[, j] == match(key[j], options)
  known <- any(chose) && !all(chose)
  r <- if (known) cor.test(as.numeric(chose), rest) else NULL
  w <- if (sum(chose) > 1 && o != match(key[j], options)) t.test(rest[chose], rest[right]) else NULL
  obj(chosen = sum(chose), share = row(c(mean(chose), wilson(sum(chose), n))),
      total = num(if (any(chose)) mean(total[chose]) else NA), rest = num(if (any(chose)) mean(rest[chose]) else NA),
      r = if (is.null(r)) "null" else row(c(r$estimate, r$conf.int)),
      quarters = row(sapply(1:4, function(q) if (any(quarter == q)) mean(chose[quarter == q]) else NA)),
      over = if (is.null(w)) "null" else row(c(w$estimate[1] - w$estimate[2], w$conf.int)))
}
items <- sapply(seq_along(key), function(j) list_(sapply(c(1:4, 0), function(o) of(j, o))))
cat(obj(r = paste0('"', R.version.string, '"'), key = paste0("[", paste0('"', key, '"', collapse = ","), "]"),
        choice = list_(apply(choice, 1, row)), items = list_(items)), "\n")
