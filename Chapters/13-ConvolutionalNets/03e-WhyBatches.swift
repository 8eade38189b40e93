// # Why everything at once
//
// Section 13.3 · After this page you can say how much is gained by convolving all images with all kernels in one call.

import Figures
import Notebook
import Tensors

// One call of `conv2d` takes all images, all kernels and all channels at once, and this is the trick that makes
// convolutions practical. Whoever takes one kernel to one image at a time waits hundreds of times longer, says the
// book, and who writes loops in Python, millions of times. These are claims about a graphics processor and about
// Python. Measure them here, on a processor and in Swift. `milliseconds` (of the module `Notebook`) notes how long a
// piece of code takes, as the fastest of a few runs, since whatever disturbs a run makes it longer.

// Four ways for the same 64 images and four kernels (fewer images in a quick run):
//
// 1. `edgeMap` of section 13.2: window after window, each through the brackets of a tensor;
// 2. `conv2dByLoops`: seven loops over plain lists of numbers;
// 3. the engine's `conv2d`, called for one image and one kernel at a time;
// 4. the engine's `conv2d`, called once.

extension ConvolutionalNets {
    func timeFourWays() throws {
        let all = try xb
        let images = all[0..<run.size(quick: min(2, all.shape[0]), usual: all.shape[0])]
        let (weight, count) = (edgeKernels, images.shape[0])
        let first = images[0, 0]
        // The slowest way takes so long that only the four maps of a single image are measured.
        let windows = try milliseconds(runs: 1) { try (0..<4).map { try edgeMap(weight[$0, 0], of: first) } }
        let loops = milliseconds(runs: 1) { conv2dByLoops(images, weight) }
        let single = milliseconds(runs: 5) {
            for image in 0..<count {
                for kernel in 0..<4 { _ = images[image..<image + 1].conv2d(weight[kernel..<kernel + 1]) }
            }
        }
        let batched = milliseconds(runs: 20) { images.conv2d(weight) }
        let times = [
            ("window by window, estimated from one image", windows * Double(count)), ("seven loops", loops),
            ("conv2d, one image and one kernel at a time", single), ("conv2d, all at once", batched),
        ]
        var table = TextTable(["way", "milliseconds", "times the last"])
        for (way, time) in times {
            table.add(way, threeDigits(time), threeDigits(time / batched))
        }
        show(table, "The same \(count * 4) maps, four ways, in a \(build)")
    }

    func whatTheTimesMean() {
        // What do such numbers mean? Each call of `conv2d` has to check shapes, find memory and choose a way to
        // compute, before the first product. For one small image that takes longer than the products themselves, and a
        // call for 64 images pays it once. Also, many images at once can be shared among the cores of a processor, and
        // many numbers at once among the lanes of its vectors. A graphics processor needs far more time to start a
        // piece of work, and has thousands of units to keep busy. There the gain from batches may well be the book's
        // hundreds; that has not been measured here.
        //
        // The windows are slow for the reason that loops over tensors always are: the arithmetic is nothing, compared
        // with the making of small tensors for each of its steps. Loops over plain numbers are in between. The caption
        // of the table says how they were compiled: in a debug build, this chapter's own code is not optimized, and the
        // engine is. `swift run -c release ch13` optimizes both. The book's millions compare loops in
        // Python, which is interpreted, with a graphics processor; neither of them is here to be measured.
        //
        // How many products are there in all?
        let products = 64 * 4 * 26 * 26 * 9
        show(
            products, "products for 64 images",
            ask: "64 images, 4 kernels, 26 × 26 places, 9 taps: how many products is that?")
    }

    // MARK: Helpers

    /// How the code of this chapter was compiled.
    private var build: String {
        #if DEBUG
            "debug build"
        #else
            "release build"
        #endif
    }
}

/// With three digits from the first that is not zero.
private func threeDigits(_ number: Double) -> String {
    number >= 100 ? "\(Int(number.rounded()))" : String(describing: (number * 1000).rounded() / 1000)
}
