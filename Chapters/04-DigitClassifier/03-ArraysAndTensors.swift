// # Arrays and tensors
//
// Section 4.3 · After this page you can make a tensor, pick parts of it, and say why nobody loops over
// its numbers by hand.

import Figures
import Notebook
import Tensors

extension DigitClassifier {
    func arraysAndTensors() {
        // Python has two kinds of table: NumPy's array, which holds anything, and PyTorch's tensor,
        // which holds numbers of one type, is never jagged, and can be differentiated. It is the same
        // here. `NDArray` is a table of any plain type (its short names are `IntTensor`, `ByteTensor`
        // and `BoolTensor`); `Tensor` holds floats and knows about gradients. Let's start with whole
        // numbers:
        let numbers = IntTensor([[1, 2, 3], [4, 5, 6]])
        show(numbers)

        // Brackets pick from each axis in turn: a number picks one entry and drops the axis, a range
        // keeps the axis. Row 1 (we count from 0), then column 1, then part of row 1:
        show(numbers[1], "row 1")
        show(numbers[0..., 1], "column 1", ask: "Which numbers are in column 1?")
        show(numbers[1, 1..<3], "row 1, columns 1 and 2")

        // Arithmetic works on all numbers at once:
        show(numbers + 1, "plus 1")
        show(numbers - 1, "minus 1")
        show(numbers * numbers, "times itself")

        // What type is it? In Python, multiplying by 1.5 would quietly turn the integers into floats.
        // Swift wants that spelled out in the code. It costs one more word, and means one bug fewer:
        show("\(type(of: numbers))", "the type of numbers")
        show(Tensor(numbers) * 1.5, "as floats, times 1.5")
        show(Tensor(numbers) / 2, "as floats, halved")
        show(type(of: Tensor(numbers) * 1.5), "the type of the result")

        // A list of lists may be jagged, a tensor may not. Write `IntTensor([[1, 2, 3], [4, 5]])` here,
        // and the program stops with the file, the line, and this:
        //
        //     an array from nested lists: lists of 3 and of 2 elements stand side by side
        //       try: lists of equal length: an array is always rectangular, never jagged
        //
        // Two words describe every tensor from here on. Its *shape* is the length of each axis; its
        // *rank* is how many axes there are. A vector of 3 numbers has rank 1, not 3:
        let vector = Tensor([1, 2, 3])
        show(vector.shape, "shape of a vector of three")
        show(vector.rank, "its rank")
        show(vector.shape.count == vector.rank, "the rank is the length of the shape")
    }

    func loopsAgainstTensors() {
        // Why no loops? Here is the same sum of differences three ways: reading every pixel
        // through the tensor's brackets, looping over plain Swift arrays, and as one expression.
        var random = run.random
        let images = Tensor.rand(2000, 28, 28, using: &random)
        let other = Tensor.rand(28, 28, using: &random)

        let brackets = bestOfThree {
            var total: Float = 0
            for y in 0..<28 { for x in 0..<28 { total += (images[0, y, x] - other[y, x]).abs().item } }
            return total
        }
        let (pixels, otherPixels) = (images.scalars, other.scalars)
        let loop = bestOfThree {
            var total = 0.0
            for i in pixels.indices { total += Double(abs(pixels[i] - otherPixels[i % otherPixels.count])) }
            return Float(total)
        }
        let expression = bestOfThree { (images - other).abs().sum().item }

        // Python is thousands of times slower in a loop than in an expression. Swift compiles its
        // loops, so a release build (`swift run -c release`) comes much closer than this debug build.
        // The brackets are slow in both: a call for every number costs far more than the arithmetic.
        // (They go through one image only; their time is scaled up.)
        var table = TextTable(["way", "milliseconds", "times the expression"], decimals: 1)
        for (way, time) in [
            ("brackets", brackets.time * 2000), ("loop over arrays", loop.time), ("one expression", expression.time),
        ] {
            table.add(way, time / .milliseconds(1), time / expression.time)
        }
        show(table, "2000 images of 28×28 against one, on this machine, now")
        show(abs(loop.value - expression.value) < 1e-4 * loop.value, "loop and expression agree")
    }

    // MARK: Helpers

    /// The shortest of three times, and the value.
    private func bestOfThree(_ work: () -> Float) -> (time: Duration, value: Float) {
        var value: Float = 0
        let times = (0..<3).map { _ in ContinuousClock().measure { value = work() } }
        return (times.min()!, value)
    }
}
