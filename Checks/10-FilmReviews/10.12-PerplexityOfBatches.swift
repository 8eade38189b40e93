import Exercises10
import Practice
import Solutions10

let perplexityOfBatches = Check(
    "10.12",
    answer(
        "perplexityOfBatches(losses:tokens:)", Exercises10.perplexityOfBatches(losses:tokens:),
        Solutions10.perplexityOfBatches(losses:tokens:))
) { perplexityOfBatches in
    try expectClose(perplexityOfBatches([0, 1], [3, 1]), 1.2840254166877414)
    try expectClose(perplexityOfBatches([3.912788], [80]), 50.038246, tolerance: 1e-4)  // the book's first row
    try expectClose(perplexityOfBatches([1, 1, 1], [5, 7, 1]), 2.718281828459045)
    try expectClose(perplexityOfBatches([0, 5], [4, 0]), 1)
    try expectClose(perplexityOfBatches([], []), nil)
    try expectClose(perplexityOfBatches([1, 2], [0, 0]), nil)
}
