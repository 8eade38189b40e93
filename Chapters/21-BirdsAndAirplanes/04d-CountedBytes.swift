// # Sums that are right
//
// Section 21.4 · After this page you can add up many numbers without losing any, in three ways.

import Figures
import Notebook
import Tensors

// A sum of floats goes wrong when it gets large, as the page before has shown. There are three ways out. The first
// keeps every sum small. Halve the row of numbers again and again until one is left, and add up on the way back. No
// number goes through more than 26 additions, where there were 51 million:

/// The sum of floats by halves. (*Pairwise summation*.)
public func pairwiseSum(_ numbers: ArraySlice<Float>) -> Float {
    if numbers.count < 2 { return numbers.first ?? 0 }
    let middle = (numbers.startIndex + numbers.endIndex) / 2
    return pairwiseSum(numbers[..<middle]) + pairwiseSum(numbers[middle...])
}

// Doubles are the second way: they have 53 binary digits. The third way has no rounding at all. A picture has only 256
// different values, so it is enough to count how often each occurs. Counts are whole numbers, and so are their products
// with the bytes. (`bincount`, the engine's, counts how often 0, 1, 2 and so on occur.)

/// Mean and standard deviation of each channel, from counted bytes.
public struct ChannelStatistics: Sendable, Equatable {
    /// One number for each channel, for bytes divided by 255.
    public let mean, deviation: [Double]

    /// - Parameter images: bytes [n, h, w, c], with at least two pixels.
    public init(counting images: ByteTensor) {
        var counts = [[Int]](repeating: [Int](repeating: 0, count: 256), count: images.shape[3])
        for start in stride(from: 0, to: images.shape[0], by: 1000) {
            let some = images[start..<min(start + 1000, images.shape[0])]
            for channel in counts.indices {
                let found = IntTensor(some[0..., 0..., 0..., channel]).bincount(minLength: 256).scalars
                for value in 0..<256 { counts[channel][value] += found[value] }
            }
        }
        let n = Double(images.count / images.shape[3])
        func total(_ counts: [Int], _ power: (Int) -> Int) -> Double {
            Double(counts.indices.reduce(0) { $0 + counts[$1] * power($1) })
        }
        let (sums, squares) = (counts.map { total($0) { $0 } }, counts.map { total($0) { $0 * $0 } })
        mean = sums.map { $0 / n / 255 }
        deviation = zip(sums, squares).map { (($1 - $0 * $0 / n) / (n - 1)).squareRoot() / 255 }
    }
}

extension BirdsAndAirplanes {
    func threeWaysToBeRight() throws {
        // All of it on the red channel of the run's first pictures:
        let images = try pictures.train.images[0..<min(run.size(quick: 100, usual: 2000), try pictures.train.count)]
        let red = Tensor(images[0..., 0..., 0..., 0]).scalars.map { $0 / 255 }
        let exact = ChannelStatistics(counting: images).mean[0]
        let n = Double(red.count)
        let means = [
            ("floats, one after the other", Double(red.reduce(0, +)) / n),
            ("floats, by halves", Double(pairwiseSum(red[...])) / n),
            ("doubles, one after the other", red.reduce(0) { $0 + Double($1) } / n),
            ("counted bytes", exact),
        ]
        var table = TextTable(["\(red.count) numbers, summed as", "mean", "off by"], decimals: 10)
        for (name, mean) in means { table.add(name, mean, mean - exact) }
        show(table, "The mean of the red channel of the first \(images.shape[0]) pictures of \(dataName)")
        show(
            abs(means[1].1 - exact) < 1e-6 && abs(means[2].1 - exact) < 1e-6,
            "two of the others are right to six digits")
    }

    func squaresCancel() {
        // The deviation is more delicate still. The mean of the squares less the square of the mean is a small
        // difference of large numbers, if the numbers are far from 0. In floats, the digits that matter are lost before
        // they are needed. These three have the deviation 1:
        let numbers: [Float] = [10_000, 10_001, 10_002]
        let mean = numbers.reduce(0, +) / 3
        let squares = numbers.reduce(0) { $0 + $1 * $1 }
        show((squares - 3 * mean * mean) / 2, "their variance by sums of squares, in floats")
        show(
            numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 2, "by squares of what separates them from the mean")
        show(Tensor(numbers).variance().item, "the engine's, which takes the second way")
    }
}
