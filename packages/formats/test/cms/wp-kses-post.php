<?php
/**
 * Reads HTML from standard input and writes what WordPress's own filter for authors, wp_kses_post(), leaves of it.
 * Argument: the folder of WordPress. No database is needed.
 */
define('ABSPATH', rtrim($argv[1], '/') . '/');
define('WPINC', 'wp-includes');
foreach (['compat', 'plugin', 'load', 'functions', 'formatting', 'kses', 'version'] as $part) {
    require ABSPATH . WPINC . "/$part.php";
}
fwrite(STDERR, "WordPress $wp_version\n");
echo wp_kses_post(file_get_contents('php://stdin'));
