# Expected figures for the special functions and intervals. Base R only.
# Run: Rscript make-statistics.R > statistics.json
num <- function(x) ifelse(is.na(x), "null", formatC(x, digits = 17, format = "g"))
row <- function(...) paste0("[", paste(num(c(...)), collapse = ","), "]")
lines <- c()
add <- function(name, rows) lines <<- c(lines, sprintf('  "%s": [\n    %s\n  ]', name, paste(rows, collapse = ",\n    ")))
grid <- expand.grid(x = c(1e-6, 0.01, 0.28, 0.5, 0.57, 0.9, 0.999), a = c(0.5, 1, 7.5, 120.5, 5e4), b = c(0.5, 3, 41.5, 2e5))
grid <- grid[seq(1, nrow(grid), by = 1), ]
add("betaProbability", apply(grid, 1, function(g) row(g[["x"]], g[["a"]], g[["b"]], pbeta(g[["x"]], g[["a"]], g[["b"]]))))
add("logBetaProbability", apply(grid, 1, function(g) row(g[["x"]], g[["a"]], g[["b"]], pbeta(g[["x"]], g[["a"]], g[["b"]], log.p = TRUE))))
tg <- expand.grid(p = c(0.005, 0.3, 0.9, 0.975, 0.9999), df = c(1, 2, 3, 9, 24, 150, 10000, 3e5))
add("studentTQuantile", apply(tg, 1, function(g) row(g[["p"]], g[["df"]], qt(g[["p"]], g[["df"]]))))
add("logGamma", sapply(c(1e-3, 0.5, 1, 1.5, 2, 10, 33.5, 1e3, 2e5), function(x) row(x, lgamma(x))))
wilson <- function(x, n) { p <- prop.test(x, n, correct = FALSE)$conf.int; c(p[1], p[2]) }
wg <- list(c(0, 10), c(10, 10), c(1, 1), c(7, 23), c(492, 1000), c(50, 50), c(299999, 300000))
add("wilson", sapply(wg, function(g) row(g[1], g[2], wilson(g[1], g[2]))))
qg <- list(c(3,1,4,1,5,9,2,6,5,3,5), c(0,0,0,7), c(1), 0:100, rep(c(2,8), 50), 0:200)
add("quantile", unlist(lapply(qg, function(v) sapply(c(0.27, 0.5, 0.73), function(p) row(p, quantile(v, p, type = 7), v)))))
cat("{\n", sprintf('  "madeBy": "make-statistics.R, %s"', R.version.string), ",\n", paste(lines, collapse = ",\n"), "\n}\n", sep = "")
