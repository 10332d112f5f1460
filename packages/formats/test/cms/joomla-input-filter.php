<?php
/**
 * Reads HTML from standard input and writes what Joomla's own filter leaves of it with the settings of an ordinary editor:
 * tags and attributes of its list of forbidden ones are taken out, all others stay. Argument: the folder of Joomla.
 */
require rtrim($argv[1], '/') . '/libraries/vendor/autoload.php';
use Joomla\Filter\InputFilter;

$filter = new InputFilter([], [], InputFilter::ONLY_BLOCK_DEFINED_TAGS, InputFilter::ONLY_BLOCK_DEFINED_ATTRIBUTES);
echo $filter->clean(file_get_contents('php://stdin'), 'html');
