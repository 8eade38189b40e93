// # Arrays and tensors
//
// Section 4.3 · After this page you can make a tensor, pick parts of it, and say why nobody loops over its numbers
// by hand.

import Figures
import Notebook
import Tensors

extension DigitClassifier {
    func arraysAndTensors() {
        // Python has two kinds of table with numbers. A NumPy array holds elements of any one type. They may even
        // be lists of different lengths, and then it is *jagged*. It knows no graphics card and no gradients. A
        // PyTorch tensor holds plain numbers of one type, is always rectangular, and knows both. Here, `NDArray` is
        // a table of any plain type, always rectangular (its short names are `IntTensor`, `ByteTensor` and
        // `BoolTensor`); `Tensor` holds floats and knows about gradients. Neither uses a graphics card.
        //
        // The book goes through the basic operations with a small table. The captions show its Python, and every
        // result is the book's. Both begin with a list of lists:
        let data = [[1, 2, 3], [4, 5, 6]]
        let numbers = IntTensor(data)
        show(numbers, "tns = tensor(data)")

        // Brackets pick from each axis in turn, and count from 0: a number picks one entry and drops the axis, a
        // range keeps the axis. `0...` is Swift for Python's lone colon, everything from 0 on:
        show(numbers[1], "tns[1], a row")
        show(numbers[0..., 1], "tns[:,1], a column", ask: "Which numbers are in column 1?")
        show(numbers[1, 1..<3], "tns[1,1:3], part of a row")

        // Negative numbers count from the end, in both languages:
        show(numbers[-1, -2], "tns[-1,-2]", predict: .count("Which number is [-1, -2]?", numbers[-1, -2].item))

        // Arithmetic works on all numbers at once:
        show(numbers + 1, "tns+1")
        show(numbers - 1, "tns-1")
        show(numbers * numbers, "tns*tns")

        // What type is it? In Python, multiplying by 1.5 quietly turns the integers into floats, and so does
        // dividing. Swift wants that spelled out in the code. It costs one more word, and means one bug fewer:
        show("\(type(of: numbers))", "tns.type(), in the book 'torch.LongTensor': integers of 64 bits, as here")
        show(Tensor(numbers) * 1.5, "tns*1.5")
        show(Tensor(numbers) / 2, "tns/2")
        show(type(of: Tensor(numbers) * 1.5), "(tns*1.5).type(), in the book 'torch.FloatTensor'")

        // A list of lists may be jagged, a tensor may not. Write `IntTensor([[1, 2, 3], [4, 5]])` here, and the
        // program stops with the file, the line, and this:
        //
        //     an array from nested lists: lists of 3 and of 2 elements are side by side
        //       try: lists of equal length: an array is always rectangular, never jagged
        //
        // Two words describe every tensor from here on. Its *shape* is the length of each axis; its *rank* is how
        // many axes there are. ("Dimension" can mean either. A vector of length 3 is a point in a space of three
        // dimensions, yet PyTorch's `ndim` of it is 1. When you read the word, restate it with axis, length and
        // rank.)
        let vector = Tensor([1, 2, 3])
        show(vector.shape, "shape of a vector of three")
        show(vector.rank, "its rank", ask: "What is the rank of a vector of three numbers?")
        show(vector.shape.count == vector.rank, "the rank is the length of the shape")
    }

    func loopsAgainstTensors() {
        // Why no loops? Here is the same sum of differences three ways: reading every pixel through the tensor's
        // brackets, looping over plain Swift arrays, and as one expression.
        //
        // The images are random. `run.random` is a generator of random numbers that begins with the run's seed, and
        // `&` allows `rand` to draw from it:
        var random = run.random
        let images = Tensor.rand(2000, 28, 28, using: &random)
        let other = Tensor.rand(28, 28, using: &random)

        // Each pair of braces holds a piece of work, a *closure*, which `bestOfThree` does three times:
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

        // The book calls arrays and tensors many thousand times faster than loops in Python, because their loops
        // are compiled C. Swift compiles its own loops, so a release build (`swift run -c release`) comes much
        // closer than this debug build. The brackets are slow in both: a call for every number costs far more than
        // the arithmetic. (They go through one image only; their time is scaled up.)
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
