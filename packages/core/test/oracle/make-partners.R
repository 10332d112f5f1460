# Expected distances between the conditions of schools, by base R, MatchIt beside it, and corpcor (shrinkage); and balance.
# Run: Rscript make-partners.R > partners.json
suppressMessages({ library(MatchIt); library(corpcor) })
set.seed(20261127)
num <- function(x) trimws(formatC(x, digits = 15, format = "g"))
row <- function(x) paste0("[", paste(num(x), collapse = ","), "]")
rows <- function(m) paste0("[", paste(apply(m, 1, row), collapse = ","), "]")

# Ranks; covariance with the variance of ranks without ties, correlations drawn to 0 by lambda.
distances <- function(x, lambda) {
  r <- apply(x, 2, rank)
  v <- var(seq_len(nrow(x)))
  s <- (1 - lambda) * cor(r) + lambda * diag(ncol(x))
  i <- solve(s * v)
  n <- nrow(x)
  outer(seq_len(n), seq_len(n), Vectorize(function(a, b) { d <- r[a, ] - r[b, ]; sqrt(c(d %*% i %*% d)) }))
}

region <- function(n, p, ties) {
  common <- rnorm(n)
  x <- sapply(seq_len(p), function(j) round(pnorm(0.6 * common + 0.8 * rnorm(n)), ties))
  lambda <- if (p == 1) 1 else as.numeric(estimate.lambda(apply(x, 2, rank), verbose = FALSE))
  # MatchIt 4.5.1 takes the covariance as an argument for plain distances only (its robust ones use none): given ranks and ours.
  r <- as.data.frame(apply(x, 2, rank)); names(r) <- paste0("v", seq_len(p)); r$treat <- rep(0:1, length.out = n)
  v <- var(seq_len(n)) * ((1 - lambda) * cor(as.matrix(r[seq_len(p)])) + lambda * diag(p))
  other <- mahalanobis_dist(as.formula(paste("treat ~", paste(names(r)[seq_len(p)], collapse = "+"))), data = r, var = v)
  stopifnot(max(abs(distances(x, lambda)[r$treat == 1, r$treat == 0] - other)) < 1e-9)
  sprintf('{"rows":%s,"lambda":%s,"distances":%s}', rows(x), num(lambda), row(distances(x, lambda)[upper.tri(diag(n))]))
}
regions <- c(region(20, 3, 2), region(45, 5, 2), region(12, 4, 1), region(30, 1, 2))

seek <- round(rnorm(9), 2); rest <- round(rnorm(14, 0.8), 2); matched <- rest[c(2, 5, 5, 9)]; own <- seek[c(1, 4, 6, 8)]
smd <- c((mean(rest) - mean(seek)) / sd(seek), (mean(matched) - mean(own)) / sd(seek))

cat(sprintf('{\n  "madeBy": "%s, MatchIt %s, corpcor %s",\n', R.version.string, packageVersion("MatchIt"), packageVersion("corpcor")),
    '  "regions": [\n    ', paste(regions, collapse = ",\n    "), '\n  ],\n',
    sprintf('  "balance": {"seek":%s,"rest":%s,"smd":%s}\n}\n', row(seek), row(rest), row(smd)), sep = "")
