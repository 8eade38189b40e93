import Notebook
import Tensors
import TestSupport
import Testing

@Suite struct `What pages calculate` {
    @Test func `a correlation is 1 on a rising line, -1 on a falling one, and 0 beside a constant`() {
        #expect(abs(correlation([1, 2, 3] as [Float], [10, 20, 30]) - 1) < 1e-6)
        #expect(abs(correlation([1, 2, 3] as [Double], [5, 3, 1]) + 1) < 1e-12)
        // The mean of three times 0.1 is not 0.1; a constant is one all the same.
        #expect(correlation([0.1, 0.1, 0.1], [1, 2, 4.0]) == 0 && correlation([Double](), []) == 0)
        // By hand: distances -1.5 -0.5 0.5 1.5 and -1 1 -1 1; sums of products 2, 5 and 4.
        #expect(abs(correlation([1, 2, 3, 4.0], [0, 2, 0, 2]) - 2 / (5 * 4.0).squareRoot()) < 1e-12)
    }

    @Test func `the most frequent come first, and of equally frequent ones the smaller`() {
        #expect(mostFrequent([5, 3, 3, 9, 5, 1], 2) == [3, 5])
        #expect(mostFrequent(["b", "a", "b"], 5) == ["b", "a"] && mostFrequent([Int](), 1).isEmpty)
        #expect(mostFrequent([1, 2], -1).isEmpty)
    }

    @Test func `a model that always says the most frequent label is right this often`() {
        #expect(shareOfMostFrequent(["cat", "dog", "cat", "cat"]) == 0.75)
        #expect(shareOfMostFrequent([0, 1, 2, 3]) == 0.25 && shareOfMostFrequent([Int]()) == 0)
        // What it says is decided by what it has learned from: here 1, of the tie in the second case 0.
        #expect(shareOfMostFrequent([0, 0, 0, 1], learnedFrom: [1, 1, 0]) == 0.25)
        #expect(shareOfMostFrequent([0, 0, 0, 1], learnedFrom: [1, 0]) == 0.75)
        #expect(shareOfMostFrequent([0, 1], learnedFrom: [2]) == 0 && shareOfMostFrequent([0], learnedFrom: []) == 0)
    }

    @Test func `a rate of six decimals is a count, or it is of other items`() {
        #expect(countBehind(rate: 0.051421, of: 1478) == 76 && countBehind(rate: 0.051421, of: 1477) == nil)
        #expect(countBehind(rate: 0.825243, of: 2678) == 2210 && countBehind(rate: 0.75, of: 4) == 3)
        #expect(countBehind(rate: 0, of: 7) == 0 && countBehind(rate: 1, of: 7) == 7)
        // 1/3 is 0.333333; half a unit of the last decimal is the limit.
        #expect(countBehind(rate: 0.333333, of: 3) == 1 && countBehind(rate: 0.333332, of: 3) == nil)
    }

    @Test func `a line has the smallest squared errors`() {
        let exact = fittedLine([0, 1, 2], [3, 1, -1])
        #expect(abs(exact.intercept - 3) < 1e-12 && abs(exact.slope + 2) < 1e-12)
        let (x, y) = ([0, 1, 2, 5.0], [1, 0, 4, 4.0])
        func error(_ a: Double, _ b: Double) -> Double {
            zip(x, y).reduce(0) { $0 + ($1.1 - a - b * $1.0) * ($1.1 - a - b * $1.0) }
        }
        let line = fittedLine(x, y)
        for step in [-0.01, 0.01] {
            #expect(error(line.intercept, line.slope) < error(line.intercept + step, line.slope))
            #expect(error(line.intercept, line.slope) < error(line.intercept, line.slope + step))
        }
    }

    @Test func `least squares finds weights, and a ridge makes them smaller`() {
        let x: [[Double]] = [[0, 1], [1, 1], [2, 1], [3, 1]]
        let weights = leastSquares(x, x.map { 2 * $0[0] - 1 })
        #expect(abs(weights[0] - 2) < 1e-9 && abs(weights[1] + 1) < 1e-9)
        // One column: w = Σxy / (Σx² + ridge) = 14 / (14 + 14).
        #expect(abs(leastSquares([[1], [2], [3]], [1, 2, 3], ridge: 14)[0] - 0.5) < 1e-12)
        // The first pivot is 0, so that rows must change places.
        let turned = leastSquares([[0, 1], [1, 0], [0, 2]], [5, 7, 10])
        #expect(abs(turned[0] - 7) < 1e-9 && abs(turned[1] - 5) < 1e-9)
        #expect(leastSquares([], []).isEmpty)
    }

    @Test func `Wilson's interval holds the share, narrows with more, and stays between 0 and 1`() {
        let few = wilsonInterval(5, of: 10)
        let many = wilsonInterval(500, of: 1000)
        #expect(abs(few.lowerBound - 0.2366) < 1e-4 && abs(few.upperBound - 0.7634) < 1e-4)
        #expect(many.lowerBound > 0.46 && many.upperBound < 0.54)
        #expect(wilsonInterval(0, of: 4).lowerBound == 0 && wilsonInterval(4, of: 4).upperBound == 1)
        #expect(wilsonInterval(0, of: 0) == 0...1)
    }

    @Test func `places are chosen evenly`() {
        #expect(evenly(3, of: 9) == [0, 3, 6] && evenly(4, of: 10) == [0, 2, 5, 7])
        #expect(evenly(5, of: 2) == [0, 1] && evenly(0, of: 3) == [] && evenly(-1, of: 3) == [])
    }

    @Test func `a difference is the largest one, and NaN is not overlooked`() {
        #expect(largestDifference(Tensor([1, 2, 3]), Tensor([1, 0, 4])) == 2)
        #expect(largestDifference(Tensor([1, .nan]), Tensor([5, 1])).isNaN)
        #expect(largestDifference(.zeros(0), .zeros(0)) == 0)
    }

    @Test func `the shortest of some runs counts`() throws {
        var count = 0
        let time = try milliseconds(runs: 3) {
            count += 1
            _ = try Tensor([1, 2]).sum().item
        }
        #expect(count == 3 && time >= 0 && time.isFinite)
    }
}
