// # What makes loops slow
//
// Section 17.2 · After this page you can say what the time of a loop goes into: not the arithmetic, and not only the
// interpreter.

import Figures
import Notebook
import Tensors

// The book measures its three loops at 1.15 s and its library's product at 14 µs. That is 82,000 times as long (the
// book says about 100,000). Why? Its answer is that Python is interpreted, and that the library is compiled code. Swift
// is compiled, so are our three loops fast? They do 39,200 multiplications and as many additions. (`byThreeLoops` keeps
// the result of the first call, since later pages need it, too.)

extension Foundations {
    /// The product of the test matrices by three loops, and how long it took, once.
    var byThreeLoops: (value: Tensor, milliseconds: Double) {
        run.once {
            let (m1, m2) = testMatrices
            return timeOnce { ThreeLoops.matmul(m1, m2) }
        }
    }

    func timeTheLoops() {
        let time = byThreeLoops.milliseconds
        show(
            "\(shortened(time)) milliseconds, that is \(shortened(time / 39_200 * 1e6)) nanoseconds for each product",
            "three loops through the brackets of tensors, once")
    }
}

// They are slow. A processor does a multiplication and an addition in less than a nanosecond; the rest is something
// else. Look at what `c[i, j] += a[i, k] * b[k, j]` asks for. Three times, a tensor is asked for one of its numbers.
// Each time it checks the indices, multiplies them by the strides, and makes a tensor of rank 0 for the result: a
// shape, strides, a place in memory. Product and sum are tensors again. One more is stored. All of that for two
// operations.
//
// So leave the tensors out. Take the numbers out of them once, as two lists, and loop over those. The loops are the
// same; where a number is in the list, we compute ourselves, row by row (`i * ac + k` is the stride rule of section
// 17.1):

/// The same three loops over plain lists of numbers.
public enum FlatLoops {
    /// c[i, j] = Σₖ a[i, k] · b[k, j]: a [ar, ac] · b [ac, bc] → [ar, bc]
    public static func matmul(_ a: Tensor, _ b: Tensor) -> Tensor {
        let (ar, ac, bc) = productSizes(a, b)
        let (x, y) = (a.scalars, b.scalars)
        var c = [Float](repeating: 0, count: ar * bc)
        for i in 0..<ar {
            for j in 0..<bc {
                for k in 0..<ac { c[i * bc + j] += x[i * ac + k] * y[k * bc + j] }
            }
        }
        return Tensor(shape: [ar, bc], c)
    }
}

// One more thing has to be said with every such time: how the chapter itself was compiled. `swift run ch17` makes a
// debug build. It translates each line as it stands, so that a mistake can be found, and optimizes nothing. A release
// build is made by `swift run -c release ch17`. The engine is optimized in both.

extension Foundations {
    /// How the code of this chapter was compiled.
    var build: String {
        #if DEBUG
            "debug build"
        #else
            "release build"
        #endif
    }

    func sameLoopsThreeTimes() {
        let (m1, m2) = testMatrices
        let brackets = byThreeLoops.milliseconds
        let flat = Timing(loops: run.size(quick: 1, usual: 20)) { FlatLoops.matmul(m1, m2) }.best
        let engine = Timing { m1.matmul(m2) }.best
        var table = TextTable(["three loops …", "milliseconds", "times the engine's"])
        for (way, time) in [
            ("through brackets", brackets), ("over flat lists", flat), ("in the engine's kernel", engine),
        ] {
            table.add(way, shortened(time), shortened(time / engine))
        }
        show(
            table, "The same sums, in a \(build)",
            predict: .choice(
                "Three loops over plain lists instead of tensors: how many times faster are they?",
                ["less than 3", "3 to 30", "30 to 300", "more than 300"], answer: range(of: brackets / flat)))
        show(
            largestDifference(FlatLoops.matmul(m1, m2), byThreeLoops.value),
            "largest difference between brackets and lists, which add in the same order")

        // The same language and the same compiler, and what we gained is only how a number is found. It is no different
        // in Python. On the machine on which this page was written, these loops took 410 milliseconds over PyTorch's
        // tensors and 2.4 milliseconds over Python's own lists (Python 3.11, PyTorch 2.13, which needed 0.008 itself).
        // So of the book's 1.15 s, the interpreter is to blame for less than a hundredth. Most of it goes into making a
        // tensor for each number.
        //
        // So do not ask a tensor for one number at a time. Ask it for whole rows, columns, tables, so that all those
        // checks are made once for many numbers. That is called *vectorizing*, and the book's next three versions do
        // nothing else.
        //
        // The engine's kernel is faster than flat lists, too. By how much depends on the build: a release build makes
        // the lists a few times as fast, and leaves the kernel as it is. Section 17.7 says what the kernel does.
    }

    // MARK: Helpers

    private func range(of factor: Double) -> String {
        factor < 3 ? "less than 3" : factor < 30 ? "3 to 30" : factor < 300 ? "30 to 300" : "more than 300"
    }
}
