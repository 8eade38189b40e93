// # Sums that stand still
//
// Section 21.4 · After this page you can say why a sum of many floats goes wrong, and three ways to have it right.

import Common
import Figures
import Notebook
import Tensors

// A float has 24 binary digits. Around 1 its neighbours are about 0.0000001 apart; from 8,388,608 on (2 to the power of
// 23) they are a whole 1 apart, and from twice that on they are 2 apart. A sum of floats is rounded to such a neighbour
// after every step. What does that do to small numbers, added to a large sum?

/// `number`, added to a sum `times` times, in floats.
public func addedOften(_ number: Float, to start: Float, times: Int) -> Float {
    var sum = start
    for _ in 0..<times { sum += number }
    return sum
}

extension BirdsAndAirplanes {
    func smallNumbersOnALargeSum() {
        // A thousand times 0.49 should make 490, and a thousand times 0.51 should make 510:
        let large: Float = 8_400_000
        show(
            addedOften(0.49, to: large, times: 1000) - large, "0.49, added a thousand times to 8.4 million",
            ask: "0.49 is added a thousand times to 8,400,000, in floats. By how much does the sum grow?")
        show(
            addedOften(0.51, to: large, times: 1000) - large, "0.51, added a thousand times",
            ask: "And if it is 0.51 a thousand times?")

        // Every step is rounded to a whole number: down to nothing, or up to 1. So the dark pixels do not count any more,
        // and the light ones count as 1. At 16,777,216 a sum stands still, for no pixel from 0 to 1 counts any more:
        show(addedOften(1, to: 16_777_216, times: 1000) - 16_777_216, "1, added a thousand times to 16,777,216")
    }

    func aSumOfManyPixels() throws {
        // The book's data set has 51,200,000 numbers in each channel. We add up as many of the red ones of this run (it
        // goes through the pictures again and again until there are enough), once in floats and once in double precision,
        // and look at both means on the way:
        let (counts, floats, doubles) = try runningMeans(run.size(quick: 200_000, usual: 51_200_000))
        show(
            Chart(
                "The running mean of the red channel, summed in two precisions", x: "million numbers added",
                y: "mean so far"
            ) {
                Line(counts, floats, "in floats", colour: .vermilion)
                Line(counts, doubles, "in double precision", colour: .blue, dashed: true)
            }, "Mean of the red channel of \(dataName), one number after the other")
        show(floats.last!, "the mean at the end, in floats")
        show(doubles.last!, "in double precision")
        // #hide
        if doubles.last! * counts.last! > 17 {
            show("The sum of the floats came to 16,777,216 and stood still, so that its mean falls from there on.")
        }

        // PyTorch is wiser than that: it cuts the numbers into pieces, and adds up the sums of the pieces. So the book's
        // means are nearly right, and differ from the exact ones in the fourth digit only.
    }
}

// In pieces, each sum stays small. Halve the row of numbers again and again until one is left, and add up on the way
// back. No number goes through more than 26 additions, where there were 51 million:

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
        let sums = counts.map { Double($0.indices.reduce(0) { sum, value in sum + $0[value] * value }) }
        let squares = counts.map { Double($0.indices.reduce(0) { sum, value in sum + $0[value] * value * value }) }
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
        show(abs(means[1].1 - exact) < 1e-6 && abs(means[2].1 - exact) < 1e-6, "two of the others are right to six digits")
    }

    func squaresCancel() {
        // The deviation is more delicate still. The mean of the squares less the square of the mean is a small difference
        // of large numbers, if the numbers are far from 0. In floats, the digits that matter are lost before they are
        // needed. These three have the deviation 1:
        let numbers: [Float] = [10_000, 10_001, 10_002]
        let mean = numbers.reduce(0, +) / 3
        let squares = numbers.reduce(0) { $0 + $1 * $1 }
        show((squares - 3 * mean * mean) / 2, "their variance by sums of squares, in floats")
        show(numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 2, "by squares of what separates them from the mean")
        show(Tensor(numbers).variance().item, "the engine's, which takes the second way")
    }

    // MARK: Helpers

    /// The means of the first numbers of the red channel, so many in all: after how many (in millions), in floats, and in
    /// double precision.
    private func runningMeans(_ count: Int) throws -> (counts: [Double], floats: [Float], doubles: [Double]) {
        let red = try pictures.train.images[0..., 0..., 0..., 0].scalars
        let values = (0...255).map { Float($0) / 255 }
        var (float, double, done) = (Float(0), 0.0, 0)
        var (counts, floats, doubles) = ([Double](), [Float](), [Double]())
        try progress("Adding up pixels", 100) { bar in
            while done < count {
                for _ in 0..<count / 100 {
                    let value = values[Int(red[done % red.count])]
                    float += value
                    double += Double(value)
                    done += 1
                }
                counts.append(Double(done) / 1e6)
                floats.append(float / Float(done))
                doubles.append(double / Double(done))
                bar.advance()
            }
        }
        return (counts, floats, doubles)
    }
}
