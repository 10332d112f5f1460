import '@orientir/widgets/define/solve-rates';
