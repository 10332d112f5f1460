# Expected figures for distributions, intervals, shrinkage, funnels, clustered means and comparisons of groups, by base R only;
# comparisons from raw rows made here from a fixed seed. Run: Rscript make-comparisons.R > comparisons.json
set.seed(20261127)
num <- function(x) ifelse(is.na(x), "null", formatC(x, digits = 17, format = "g"))
row <- function(...) paste0("[", paste(num(c(...)), collapse = ","), "]")
lines <- c()
put <- function(name, rows) lines <<- c(lines, sprintf('  "%s": [\n    %s\n  ]', name, paste(rows, collapse = ",\n    ")))
obj <- function(...) { v <- list(...); paste0("{", paste0('"', names(v), '":', unlist(v), collapse = ","), "}") }

z <- c(-37, -12, -6.5, -3, -1.96, -0.5, -1e-4, 0, 0.3, 1.2, 4, 9)
put("normalProbability", sapply(z, function(x) row(x, pnorm(x))))
put("normalTails", sapply(z, function(x) row(x, 2 * pnorm(-abs(x)))))
p <- c(1e-300, 1e-30, 1e-9, 0.001, 0.025, 0.2, 0.4999, 0.5, 0.77, 0.95, 0.999, 1 - 1e-9)
put("normalQuantile", sapply(p, function(x) row(x, qnorm(x))))
g <- expand.grid(x = c(1e-3, 0.4, 1, 3.84, 12, 55, 400, 1300), df = c(1, 2, 3, 7.5, 30, 400))
put("chiSquareUpperTail", apply(g, 1, function(v) row(v[["x"]], v[["df"]], pchisq(v[["x"]], v[["df"]], lower.tail = FALSE))))
g <- expand.grid(p = c(1e-6, 0.025, 0.3, 0.5, 0.975, 0.9999), a = c(0.05, 0.5, 1, 7.5, 120.5, 5e4), b = c(0.5, 3, 41.5, 2e5))
put("betaQuantile", apply(g, 1, function(v) row(v[["p"]], v[["a"]], v[["b"]], qbeta(v[["p"]], v[["a"]], v[["b"]]))))
jeffreys <- function(x, n) c(if (x == 0) 0 else qbeta(0.025, x + 0.5, n - x + 0.5), if (x == n) 1 else qbeta(0.975, x + 0.5, n - x + 0.5))
put("jeffreys", sapply(list(c(0, 1), c(1, 1), c(0, 12), c(12, 12), c(3, 7), c(40, 41), c(492, 1000), c(99999, 300000)), function(v) row(v, jeffreys(v[1], v[2]))))
g <- expand.grid(x = c(-1, 0, 3, 17, 40, 60), n = c(40, 200, 3000), p = c(0.02, 0.3, 0.95))
put("binomial", apply(g, 1, function(v) row(v[["x"]], v[["n"]], v[["p"]], pbinom(v[["x"]], v[["n"]], v[["p"]]))))
g <- expand.grid(q = c(0.001, 0.025, 0.5, 0.999), n = c(1, 9, 250), p = c(0.02, 0.4, 0.9))
put("binomialQuantile", apply(g, 1, function(v) row(v[["q"]], v[["n"]], v[["p"]], qbinom(v[["q"]], v[["n"]], v[["p"]]))))

wilson <- function(x, n) prop.test(x, n, correct = FALSE)$conf.int[1:2]
newcombe <- function(x1, n1, x2, n2) {
  a <- wilson(x1, n1); b <- wilson(x2, n2); p1 <- x1 / n1; p2 <- x2 / n2; d <- p1 - p2
  c(d - sqrt((p1 - a[1])^2 + (b[2] - p2)^2), d + sqrt((a[2] - p1)^2 + (p2 - b[1])^2))
}
two <- list(c(7, 25, 300, 700), c(0, 10, 5, 20), c(12, 12, 80, 90), c(56, 70, 48, 80), c(1, 2, 1, 2), c(0, 5, 9, 9))
put("twoShares", sapply(two, function(v) row(v, newcombe(v[1], v[2], v[3], v[4]), suppressWarnings(prop.test(v[c(1, 3)], v[c(2, 4)], correct = FALSE)$p.value))))
welch <- list(list(c(0, 1, 2, 2, 1), c(2, 2, 3, 1, 3, 3, 2)), list(rbinom(25, 3, 0.4), rbinom(400, 3, 0.5)), list(c(1, 2), c(0, 3, 3)), list(rep(1, 4), c(0, 1, 1, 2)))
put("welch", sapply(welch, function(v) {
  t <- t.test(v[[1]], v[[2]])
  m <- function(x) c(length(x), sum(x), sum(x^2))
  row(m(v[[1]]), m(v[[2]]), t$statistic, t$parameter, t$p.value, t$conf.int)
}))
ps <- list(c(0.01, NA, 0.02), c(0.04, 0.001, 0.03, 0.5, 0.03), c(1, 1), NA, runif(30)^3, c(0.2, NA, NA, 1e-12))
put("benjaminiHochberg", sapply(ps, function(v) paste0("[", row(v), ",", row(p.adjust(v, "BH")), "]")))

# Beta-binomial: optim with digamma slopes, then Newton steps on the same slopes until nothing moves.
fit <- function(x, n) {
  # An independent form (gamma functions) of the likelihood; its slopes by digamma.
  ll <- function(t) { m <- plogis(t[1]); M <- exp(t[2]); sum(lbeta(x + m * M, n - x + (1 - m) * M) - lbeta(m * M, (1 - m) * M)) }
  gr <- function(t) {
    m <- plogis(t[1]); M <- exp(t[2]); a <- m * M; b <- (1 - m) * M
    da <- sum(digamma(x + a) - digamma(n + M) - digamma(a) + digamma(M)); db <- sum(digamma(n - x + b) - digamma(n + M) - digamma(b) + digamma(M))
    c((da - db) * M * m * (1 - m), (da * m + db * (1 - m)) * M)
  }
  t <- optim(c(qlogis(sum(x) / sum(n)), log(10)), ll, gr, method = "BFGS", control = list(fnscale = -1, reltol = 1e-15, maxit = 1000))$par
  for (i in 1:20) {
    h <- 1e-4
    H <- cbind(gr(t + c(h, 0)) - gr(t - c(h, 0)), gr(t + c(0, h)) - gr(t - c(0, h))) / (2 * h)
    t <- t - solve(H, gr(t))
  }
  c(plogis(t[1]), exp(t[2]))
}
schools <- function(k, m, M) { n <- sample(4:90, k, TRUE); list(x = rbinom(k, n, rbeta(k, m * M, (1 - m) * M)), n = n) }
groups <- list(schools(40, 0.6, 12), schools(8, 0.3, 3), schools(200, 0.9, 40), list(x = c(3, 9, 1, 20), n = c(10, 10, 12, 24)))
put("betaBinomial", sapply(groups, function(v) {
  f <- fit(v$x, v$n); a <- v$x + f[1] * f[2]; b <- v$n - v$x + (1 - f[1]) * f[2]
  obj(count = row(v$x), n = row(v$n), mean = num(f[1]), precision = num(f[2]), estimate = row(a / (a + b)), low = row(qbeta(0.025, a, b)), high = row(qbeta(0.975, a, b)), below = row(pbeta(0.5, a, b)))
}))

limit <- function(q, n, t) { r <- qbinom(q, n, t); a <- (pbinom(r, n, t) - q) / (pbinom(r, n, t) - pbinom(r - 1, n, t)); max(0, (r - a) / n) }
g <- expand.grid(n = c(1, 5, 25, 300, 5000), t = c(0.05, 0.5, 0.83))
put("funnel", apply(g, 1, function(v) row(v[["t"]], v[["n"]], sapply(c(0.025, 0.975, 0.001, 0.999), limit, v[["n"]], v[["t"]]))))
put("overdispersion", sapply(groups, function(v) {
  t <- sum(v$x) / sum(v$n); N <- length(v$n)
  draw <- function(z) { q <- quantile(z, c(0.1, 0.9), type = 7); pmin(pmax(z, q[1]), q[2]) }
  phi <- mean(draw((v$x / v$n - t) / sqrt(t * (1 - t) / v$n))^2)
  s <- 1 / (2 * sqrt(v$n)); pa <- mean(draw((asin(sqrt(v$x / v$n)) - asin(sqrt(t))) / s)^2)
  tau2 <- max(0, (N * pa - (N - 1)) / (sum(1 / s^2) - sum(1 / s^4) / sum(1 / s^2)))
  lim <- function(z) sin(pmax(0, pmin(pi / 2, asin(sqrt(t)) + z * sqrt(1 / 100 + tau2))))^2
  obj(count = row(v$x), n = row(v$n), target = num(t), phi = num(phi), tauSquared = num(tau2), limitsOf25 = row(lim(qnorm(c(0.025, 0.975, 0.001, 0.999)))))
}))
put("clustered", sapply(list(list(12, 1), list(5, 1), list(30, 3)), function(v) {
  y <- lapply(seq_len(v[[1]]), function(j) rbinom(sample(5:40, 1), v[[2]], rbeta(1, 4, 3)) / v[[2]])
  m <- sapply(y, length); s <- sapply(y, sum); k <- length(y); all <- unlist(y); p <- sum(s) / sum(m)
  var <- k / (k - 1) * sum((s - p * m)^2) / sum(m)^2; half <- qt(0.975, k - 1) * sqrt(var)
  obj(n = row(m), sum = row(s), sumOfSquares = row(sapply(y, function(x) sum(x^2))), mean = num(p), se = num(sqrt(var)), deff = num(var / (var(all) / length(all))), low = num(max(0, p - half)), high = num(min(1, p + half)))
}))

# Two groups on one work, everything from raw rows.
make <- function(n, max, level, extra) {
  ability <- rnorm(n, level); hard <- seq(-1.2, 1.2, length.out = length(max))
  sapply(seq_along(max), function(i) rbinom(n, max[i], plogis(1.2 * (ability - hard[i] + extra[i]))))
}
compare <- function(name, max, ref, foc) {
  tr <- rowSums(ref); tf <- rowSums(foc)
  totals <- intersect(tr, tf)
  items <- lapply(seq_along(max), function(i) {
    r <- ref[, i]; f <- foc[, i]; m <- max[i]
    same <- function(x, y) var(x) == 0 || var(y) == 0
    if (m == 1) {
      d <- newcombe(sum(r), length(r), sum(f), length(f)); pd <- suppressWarnings(prop.test(c(sum(r), sum(f)), c(length(r), length(f)), correct = FALSE)$p.value)
    } else { t <- t.test(r, f); d <- t$conf.int / m; pd <- t$p.value }
    E <- V <- SMD <- W <- SV <- R <- S <- PR <- PSQR <- QS <- 0; NR <- NF <- 0
    for (k in totals) {
      a <- r[tr == k]; b <- f[tf == k]; y <- c(a, b); N <- length(y)
      NR <- NR + length(a); NF <- NF + length(b)
      E <- E + sum(b) - length(b) * mean(y); V <- V + length(a) * length(b) / N * var(y)
      SMD <- SMD + length(b) * (mean(b) - mean(a)); SV <- SV + length(b)^2 * var(y) * (1 / length(a) + 1 / length(b))
      A <- sum(a); B <- length(a) - A; C <- sum(b); D <- length(b) - C
      R <- R + A * D / N; S <- S + B * C / N
      PR <- PR + (A + D) / N * A * D / N; QS <- QS + (B + C) / N * B * C / N
      PSQR <- PSQR + (A + D) / N * B * C / N + (B + C) / N * A * D / N
    }
    smd <- SMD / NF / m; se <- sqrt(SV) / NF / m
    chi <- if (m == 1) max(0, abs(E) - 0.5)^2 / V else E^2 / V
    or <- if (m == 1) R / S else NA; seo <- if (m == 1) sqrt(PR / (2 * R^2) + PSQR / (2 * R * S) + QS / (2 * S^2)) else NA
    base <- NA
    if (m == 1 && abs(E) >= 0.5) {
      keep <- totals[sapply(totals, function(k) { y <- c(r[tr == k], f[tf == k]); length(unique(y)) == 2 })]
      y <- c(r[tr %in% keep], f[tf %in% keep])
      tab <- table(factor(c(rep(0, sum(tr %in% keep)), rep(1, sum(tf %in% keep)))), factor(y, 1:0), c(tr[tr %in% keep], tf[tf %in% keep]))
      h <- mantelhaen.test(tab, correct = TRUE)
      stopifnot(abs(h$statistic - chi) < 1e-9 * chi, abs(h$estimate - or) < 1e-9 * or)
      stopifnot(abs(diff(log(h$conf.int)) / 2 / qnorm(0.975) - seo) < 1e-9)
      base <- h$p.value
    }
    pchi <- pchisq(chi, 1, lower.tail = FALSE)
    delta <- -2.35 * log(or)
    size <- if (m == 1) {
      if (abs(delta) < 1 || pchi >= 0.05) "A" else if (abs(delta) >= 1.5 && (abs(delta) - 1) / (2.35 * seo) > qnorm(0.95)) "C" else "B"
    } else if (abs(smd) < 0.05 || pchi >= 0.05) "A" else if (abs(smd) > 0.1) "C" else "B"
    list(difference = mean(r) / m - mean(f) / m, low = d[1], high = d[2], p = pd, nReference = NR, nFocal = NF, smd = smd, smdError = se, smdP = 2 * pnorm(-abs(smd / se)), chiSquare = chi, chiP = pchi, baseP = base, oddsRatio = or, logOddsError = seo, delta = delta, size = size)
  })
  q <- p.adjust(sapply(items, function(i) i$chiP), "BH")
  items <- sapply(seq_along(items), function(i) {
    v <- items[[i]]; size <- v$size; v$size <- NULL; v$q <- q[i]
    paste0("{", paste0('"', names(v), '":', num(unlist(v)), collapse = ","), sprintf(',"size":"%s"}', size))
  })
  all <- rbind(ref, foc); total <- rowSums(all); cuts <- quantile(total, c(0.25, 0.5, 0.75), type = 7)
  quarter <- 1 + (total > cuts[1]) + (total > cuts[2]) + (total > cuts[3])
  rates <- sapply(1:4, function(k) row(if (any(quarter == k)) colMeans(all[quarter == k, , drop = FALSE]) / max else rep(NA, length(max))))
  obj(name = sprintf('"%s"', name), max = row(max), reference = paste0("[", paste(apply(ref, 1, row), collapse = ","), "]"), focal = paste0("[", paste(apply(foc, 1, row), collapse = ","), "]"),
    quarterN = row(tabulate(quarter, 4)), quarterRates = paste0("[", paste(rates, collapse = ","), "]"), items = paste0("[\n", paste(items, collapse = ",\n"), "]"))
}
put("sets", c(
  compare("zero-one", rep(1, 8), make(240, rep(1, 8), 0.2, rep(0, 8)), make(110, rep(1, 8), -0.3, c(0, 0, 0.9, 0, 0, -1.5, 0, 0))),
  compare("several points", c(1, 2, 3, 1, 2, 1), make(300, c(1, 2, 3, 1, 2, 1), 0, rep(0, 6)), make(90, c(1, 2, 3, 1, 2, 1), 0, c(0, 0.5, 0, -0.8, -0.3, 0))),
  compare("a class", c(1, 1, 2, 1, 3), make(200, c(1, 1, 2, 1, 3), 0, rep(0, 5)), make(22, c(1, 1, 2, 1, 3), -0.5, rep(0, 5)))))
cat("{\n", sprintf('  "madeBy": "make-comparisons.R, %s"', R.version.string), ",\n", paste(lines, collapse = ",\n"), "\n}\n", sep = "")
