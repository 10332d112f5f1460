# Expected figures for results beside conditions of schools, by lme4 (one school a cluster, REML), nlme beside it, and base R.
# Run: Rscript make-context.R > context.json
suppressMessages({ library(lme4); library(nlme) })
set.seed(20261128)
num <- function(x) trimws(formatC(x, digits = 15, format = "g"))
row <- function(x) paste0("[", paste(num(x), collapse = ","), "]")
obj <- function(...) { v <- list(...); paste0("{", paste0('"', names(v), '":', unlist(v), collapse = ","), "}") }

# One region: pupils by school, total of a work of 30 points, index x of the school.
fit <- function(k, spread, sizes, slope) {
  n <- sample(sizes, k, replace = TRUE)
  x <- round(rnorm(k), 3)
  u <- rnorm(k, 0, spread)
  school <- rep(seq_len(k), n)
  points <- pmin(30, pmax(0, round(15 + 6 * (slope * x[school] + u[school] + rnorm(sum(n))))))
  y <- (points - mean(points)) / sd(points)
  d <- data.frame(y = y, x = x[school], school = factor(school))
  control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = 0.002, rhoend = 1e-12, maxfun = 1e5), calc.derivs = FALSE, check.conv.singular = "ignore")
  m <- lmer(y ~ x + (1 | school), d, REML = TRUE, control = control)
  v <- as.data.frame(VarCorr(m))$vcov
  if (v[1] > 1e-6) {
    other <- lme(y ~ x, random = ~ 1 | school, data = d, method = "REML")
    stopifnot(abs(fixef(other) - fixef(m)) < 1e-4, abs(other$sigma^2 - v[2]) < 1e-3)
  }
  r <- ranef(m, condVar = TRUE)$school
  obj(x = row(x), points = paste0("[", paste(tapply(points, school, row), collapse = ","), "]"),
      fixed = row(fixef(m)), variances = row(v), effects = row(r[, 1]), effectVariances = row(attr(r, "postVar")[1, 1, ]))
}
fits <- c(fit(40, 0.4, 4:60, -0.3), fit(31, 0, 2:9, -0.2), fit(60, 0.8, c(3, 12, 25, 90), -0.5), fit(35, 0.3, 5:15, 0))

# Gap between two groups of schools, by sums over clusters written out.
g <- lapply(1:9, function(i) round(rnorm(sample(3:12, 1), if (i < 5) 0.4 else -0.1), 3))
side <- function(of) {
  n <- sapply(of, length); s <- sapply(of, sum); k <- length(of); p <- sum(s) / sum(n)
  list(mean = p, v = k / (k - 1) * sum((s - p * n)^2) / sum(n)^2, k = k)
}
a <- side(g[1:4]); b <- side(g[5:9])
df <- (a$v + b$v)^2 / (a$v^2 / (a$k - 1) + b$v^2 / (b$k - 1))
gap <- a$mean - b$mean; half <- qt(0.975, df) * sqrt(a$v + b$v)

# Index: z within a settlement type.
s <- round(matrix(runif(48), 12), 2)
z <- scale(s)
index <- -z[, 1] + z[, 2] + z[, 3] + z[, 4]

cat(sprintf('{\n  "madeBy": "%s, lme4 %s, nlme %s",\n', R.version.string, packageVersion("lme4"), packageVersion("nlme")),
    '  "fits": [\n    ', paste(fits, collapse = ",\n    "), '\n  ],\n',
    sprintf('  "gap": %s,\n', obj(schools = paste0("[", paste(sapply(g, row), collapse = ","), "]"), found = row(c(gap, gap - half, gap + half)))),
    sprintf('  "index": %s\n}\n', obj(shares = paste0("[", paste(apply(s, 1, row), collapse = ","), "]"), found = row(index / 4))), sep = "")
