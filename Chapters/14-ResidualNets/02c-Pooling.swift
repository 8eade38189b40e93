// # Pooling with windows
//
// Section 14.2 · After this page you can pool with windows of a given size, by the mean or by the largest number, and
// say what happens where the windows do not fit.

import Figures
import Notebook
import Tensors

// Ordinary pooling is not told how many windows there should be, but how large they are and how far apart. Nets before
// those with strides had layers of it: convolutions left the grid as it was, and then *max pooling* with windows of 2 ×
// 2 and a stride of 2 halved it, by keeping the largest of each four numbers. *Average pooling* takes their mean. The
// blocks of section 14.5 need it.
//
// Halving raises a question: what if the length is odd? 5 entries have two whole windows of 2, and one entry is left.
// Either it is dropped, or there is a third window that is not full. The second is called *ceil mode*, since the number
// of windows is rounded up:

/// The windows of 2 with stride 2 along an axis; with `ceilMode` also one that is not full.
public func pairs(of length: Int, ceilMode: Bool) -> [Range<Int>] {
    stride(from: 0, to: ceilMode ? length : length - 1, by: 2).map { $0..<min($0 + 2, length) }
}

// With the windows known, `halved` is pooling by whatever makes one number of a window. `averaged` and `largest` say
// what, the mean over the last two axes, or their maximum:

/// Windows of 2 × 2, each pooled to one number: x [n, channels, h, w] → [n, channels, h', w']
public func halved(_ x: Tensor, ceilMode: Bool = false, by pool: (_ window: Tensor) -> Tensor) -> Tensor {
    let lines = pairs(of: x.shape[2], ceilMode: ceilMode).map { row in
        Tensor.stack(pairs(of: x.shape[3], ceilMode: ceilMode).map { pool(x[0..., 0..., row, $0]) }, axis: 2)
    }
    return .stack(lines, axis: 2)
}

/// The mean of a window [n, channels, …, …] → [n, channels]
public func averaged(_ window: Tensor) -> Tensor { window.mean(axes: 2, 3) }

/// The largest number of a window [n, channels, …, …] → [n, channels]. Where two are equal, the gradient goes to the
/// first.
public func largest(_ window: Tensor) -> Tensor { window.flattened(from: 2).max(axis: 2).values }

extension ResidualNets {
    func poolingByTwos() {
        let x = Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]]).reshaped(1, 1, 3, 3)
        show(PixelTable(x[0, 0], decimals: 0), "nine numbers")
        show(halved(x, by: averaged)[0, 0], "2 × 2 means: what does not fill a window is dropped")
        let all = halved(x, ceilMode: true, by: averaged)[0, 0]
        show(
            all, "2 × 2 means with ceil mode",
            predict: .numbers(
                "Windows of 2 × 2 over the numbers 1 to 9, with ceil mode. Which four means, row by row?", all.scalars))

        // Mind the last mean: 9, not 9 / 4. A window that is not full has fewer numbers, and the mean is over those.
        // How many windows are there? As many as a convolution of 3 × 3 with stride 2 and padding 1 has places:
        var table = TextTable(["length", "windows", "windows with ceil mode", "places of the convolution"])
        let kernel = Tensor.ones(1, 1, 3, 3)
        for length in 4...9 {
            let convolved = Tensor.zeros(1, 1, length, length).conv2d(kernel, stride: 2, padding: 1)
            table.add(
                length, pairs(of: length, ceilMode: false).count, pairs(of: length, ceilMode: true).count,
                convolved.shape[2])
        }
        show(table, "pooling with windows of 2 and a convolution with stride 2")

        // Only with ceil mode do the two agree on odd lengths, too. Section 14.5 adds one to the other, and will need
        // it.
    }

    func largestInEachWindow() {
        // Now the largest, and where the gradient goes. A number that is not the largest of its window could be a
        // little larger, and nothing would change. So its gradient is 0:
        let x = Tensor([[1, 7, 2, 2], [4, 3, 2, 0]]).reshaped(1, 1, 2, 4).requiringGrad()
        let y = halved(x, by: largest)
        show(y.detached().flattened(), "largest of each window")
        y.sum().backward()
        show(
            x.grad![0, 0], "gradients of their sum",
            predict: .numbers(
                "The windows are [1, 7; 4, 3] and [2, 2; 2, 0]. Eight gradients of the sum of the largest, row by row?",
                [0, 1, 1, 0, 0, 0, 0, 0]))

        // Of several that are equally large, the first gets all of it. The engine does the same, in one pass and for
        // any kernel, stride and padding. Both on random numbers, with an odd grid:
        var random = run.random
        let numbers = Tensor.randn(2, 3, 7, 6, using: &random)
        for (name, ours, engines) in [
            ("mean", halved(numbers, ceilMode: true, by: averaged), numbers.averagePooled(2, ceilMode: true)),
            ("largest", halved(numbers, ceilMode: true, by: largest), numbers.maxPooled(2, ceilMode: true)),
        ] {
            show((ours - engines).abs().max().item < 1e-6, "\(name): ours and the engine's are equal, but for rounding")
        }
    }
}
