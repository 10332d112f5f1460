# Response matrices made here from a fixed seed, scaled by eRm (conditional maximum likelihood), and the PRMSE of
# sections by base R from the raw rows. Run: Rscript make-scaling.R > scaling.json
# Needs: apt-get install --no-install-recommends r-base-core r-cran-erm
suppressMessages(library(eRm))
set.seed(20261127)
make <- function(n, max, spread = 1) {
  ability <- rnorm(n, 0.2, 1.1)
  sapply(max, function(m) {
    tau <- runif(1, -1.5, 1.5) * spread + rnorm(m, 0, 0.7)
    p <- exp(outer(ability, 0:m) - matrix(c(0, cumsum(tau)), n, m + 1, byrow = TRUE))
    apply(p, 1, function(row) sample(0:m, 1, prob = row))
  })
}
num <- function(x) ifelse(is.na(x), "null", formatC(as.numeric(x), digits = 17, format = "g"))
list1 <- function(x) paste0("[", paste(num(x), collapse = ","), "]")
# All points are single digits: a row is a word.
words <- function(x) paste0('"', apply(x, 1, paste, collapse = ""), '"', collapse = ",")
lists <- function(x) paste0("[", paste(sapply(x, list1), collapse = ","), "]")

# `given` are the points in the file; `x` the same after gaps were closed by hand, as eRm needs them.
scale1 <- function(name, given, x = given) {
  colnames(x) <- paste0("i", seq_len(ncol(x)))
  max <- apply(x, 2, max)
  fit <- if (all(max == 1)) RM(x, sum0 = TRUE) else PCM(x, sum0 = TRUE)
  # cumulative difficulties and their covariance; eRm reports easiness
  eta <- -fit$betapar
  v <- fit$W %*% solve(fit$hessian) %*% t(fit$W)
  k <- length(max); item <- rep(seq_len(k), max); step <- sequence(max)
  # thresholds are differences; then the mean threshold is moved to 0
  d <- diag(length(eta))
  for (a in seq_along(eta)) if (step[a] > 1) d[a, a - 1] <- -1
  d <- sweep(d, 2, colMeans(d))
  m <- t(sapply(seq_len(k), function(i) colMeans(d[item == i, , drop = FALSE])))
  se <- function(a) sqrt(diag(a %*% v %*% t(a)))
  sprintf('{"name":"%s","rows":[%s],"thresholds":%s,"thresholdErrors":%s,"difficulties":%s,"difficultyErrors":%s,"logLikelihood":%s}',
    name, words(given), lists(split(c(d %*% eta), item)), lists(split(se(d), item)),
    list1(c(m %*% eta)), list1(se(m)), num(fit$loglik))
}

zero_one <- make(400, rep(1, 8))
partial <- make(500, c(1, 2, 3, 1, 2, 4))
gap <- make(400, c(1, 1, 2, 1, 2))
given <- gap; given[, 3] <- 2 * (gap[, 3] > 0)
by_hand <- given; by_hand[, 3] <- given[, 3] / 2
many <- make(600, rep(1, 30))
sets <- c(scale1("zero-one", zero_one), scale1("partial credit", partial), scale1("a gap", given, by_hand),
  scale1("many items", many))

# PRMSE of a sub-score from itself and from the total (Haberman 2008), from raw rows.
alpha <- function(y) { j <- ncol(y); j / (j - 1) * (1 - sum(apply(y, 2, var)) / var(rowSums(y))) }
prmse <- function(name, x, sections) {
  total <- rowSums(x)
  each <- sapply(sections, function(s) {
    y <- x[, s, drop = FALSE]; sub <- rowSums(y); a <- alpha(y)
    true_with_total <- cov(sub, total) - var(sub) * (1 - a)
    sprintf('{"items":%s,"alpha":%s,"prmseTotal":%s}', list1(s - 1), num(a),
      num(true_with_total^2 / (a * var(sub) * var(total))))
  })
  sprintf('{"name":"%s","rows":[%s],"sections":[%s]}', name, words(x), paste(each, collapse = ","))
}
two_traits <- cbind(make(300, c(1, 1, 2, 2, 1)), make(300, c(1, 2, 1, 1)))
guards <- c(prmse("one trait", partial, list(1:3, 4:6)), prmse("two traits", two_traits, list(1:5, 6:9)))
cat("{\"madeBy\":\"make-scaling.R, ", R.version.string, ", eRm ", as.character(packageVersion("eRm")), "\",\"scales\":[\n",
  paste(sets, collapse = ",\n"), "\n],\"guards\":[\n", paste(guards, collapse = ",\n"), "\n]}\n", sep = "")
