// # Sums that stand still
//
// Section 21.4 · After this page you can say why a sum of many floats goes wrong.

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

        // Every step is rounded to a whole number: down to nothing, or up to 1. So the dark pixels do not count any
        // more, and the light ones count as 1. At 16,777,216 a sum stands still, for no pixel from 0 to 1 counts any
        // more:
        show(addedOften(1, to: 16_777_216, times: 1000) - 16_777_216, "1, added a thousand times to 16,777,216")
    }

    func aSumOfManyPixels() throws {
        // The book's data set has 51,200,000 numbers in each channel. We add up as many of the red ones of this run (it
        // goes through the pictures again and again until there are enough), once in floats and once in double
        // precision, and look at both means on the way:
        let (counts, floats, doubles) = try runningMeans(run.size(quick: 200_000, usual: 51_200_000))
        show(
            Chart(
                "The running mean of the red channel, summed in two precisions", x: "million numbers added",
                y: "mean so far"
            ) {
                Line(counts, floats, "in floats", colour: .vermilion)
                Line(counts, doubles, "in double precision", colour: .blue, dashed: true)
            }, "Mean of the red channel of \(dataName), one number after the other")
        show(fixed(floats.last!, 6), "the mean at the end, in floats")
        show(fixed(doubles.last!, 6), "in double precision")
        // #hide
        if doubles.last! * counts.last! > 17 {
            show("The sum of the floats came to 16,777,216 and stood still, so that its mean falls from there on.")
        }

        // So this is not how the book's means were computed, for they are nearly right.
    }

    func severalSumsAtOnce() throws {
        // A processor adds up several floats in one step. So fast code keeps several sums side by side: with 32 of
        // them, the first gets the numbers 0, 32, 64 and so on, the second the numbers 1, 33, 65, and at the end the 32
        // sums are added up. Each of them stays 32 times smaller, and loses less. The same numbers again, for some
        // counts of sums, up to where every sum stays tiny:
        let count = run.size(quick: 200_000, usual: 51_200_000)
        let exact = try redMean(count)
        var table = TextTable(["sums side by side", "mean", "off by"], decimals: 6)
        var offs: [Double] = []
        for sums in [1, 8, 32, 1024] {
            let mean = try redMean(count, inSums: sums)
            offs.append(abs(mean - exact))
            table.add(sums, mean, mean - exact)
        }
        table.add("counted exactly", exact, 0.0)
        show(
            table, "Mean of the red channel of \(dataName), \(count) numbers in floats",
            predict: .yesNo(
                "32 sums side by side in place of one: is the mean nearer to the right one?", offs[2] < offs[0]))

        // The book does not say how its version of PyTorch has summed. But its means are off by 0.0001 to 0.0003, which
        // is what a handful of sums side by side leads one to expect: right in three digits, and wrong in the fourth.
    }

    // MARK: Helpers

    /// The mean of so many numbers of the red channel, added up in floats in so many sums side by side.
    private func redMean(_ count: Int, inSums lanes: Int) throws -> Double {
        let red = try pictures.train.images[0..., 0..., 0..., 0].scalars
        let values = (0...255).map { Float($0) / 255 }
        var sums = [Float](repeating: 0, count: lanes)
        var (lane, place) = (0, 0)
        for _ in 0..<count {
            sums[lane] += values[Int(red[place])]
            lane = lane + 1 == lanes ? 0 : lane + 1
            place = place + 1 == red.count ? 0 : place + 1
        }
        return sums.reduce(0) { $0 + Double($1) } / Double(count)
    }

    /// The same exactly: bytes can be added up as whole numbers.
    private func redMean(_ count: Int) throws -> Double {
        let red = try pictures.train.images[0..., 0..., 0..., 0].scalars
        let all = red.reduce(0) { $0 + Int($1) }
        let rest = red.prefix(count % red.count).reduce(0) { $0 + Int($1) }
        return Double(count / red.count * all + rest) / 255 / Double(count)
    }

    /// The means of the first numbers of the red channel, so many in all: after how many (in millions), in floats, and
    /// in double precision.
    private func runningMeans(_ count: Int) throws -> (counts: [Double], floats: [Float], doubles: [Double]) {
        let red = try pictures.train.images[0..., 0..., 0..., 0].scalars
        let values = (0...255).map { Float($0) / 255 }
        var (float, double, done) = (Float(0), 0.0, 0)
        var (counts, floats, doubles) = ([Double](), [Float](), [Double]())
        progress("Adding up pixels", 100) { bar in
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
