// # The rules of broadcasting
//
// Section 17.5 · After this page you can predict the shape of any arithmetic, or say which axis makes it fail.

import Figures
import Notebook
import Tensors

// The rules are short. Write one shape below the other, flush right, and begin at the right end. If one of them runs
// out of axes, put 1s in front of it. Two lengths that meet are *compatible*
//
// - if they are equal, or
// - if one of them is 1: that one is repeated until it is as long as the other.
//
// Everything else is an error. The two tensors need not have the same number of axes, and each of them may be repeated
// along some axes while the other one is repeated along others. As code, that throws where the axes clash:

/// Two lengths that meet, differ, and are both not 1.
public struct Clash: Error, Equatable, CustomStringConvertible {
    /// Counted from the end: −1 is the last axis.
    public let axis: Int
    public let left: Int, right: Int

    public var description: String { "axis \(axis) is \(left) on the left and \(right) on the right" }
}

// It goes from the last axis to the first. The lengths that are not there count as 1:

/// The shape that two shapes broadcast to.
/// - Throws: the first ``Clash``, from the right.
public func broadcast(_ a: [Int], _ b: [Int]) throws -> [Int] {
    let rank = max(a.count, b.count)
    let shape = try (1...max(rank, 1)).prefix(rank).map { place in
        let left = place <= a.count ? a[a.count - place] : 1
        let right = place <= b.count ? b[b.count - place] : 1
        guard left == right || left == 1 || right == 1 else { throw Clash(axis: -place, left: left, right: right) }
        return left == 1 ? right : left
    }
    return shape.reversed()
}

extension Foundations {
    func threeTables() throws {
        // The book has three tables of aligned shapes. An image of 256 × 256 pixels in three colours, and a factor for
        // each colour, such as the inverse of its standard deviation:
        show(
            ShapeAlignment("image", [256, 256, 3], "scale", [3], title: "One factor for each colour"),
            "256 × 256 × 3 with 3",
            predict: .shape("An image [256, 256, 3] times a scale [3]: what is the shape?", [256, 256, 3]))

        // The same image, and a factor for each pixel. The 3 at the right end meets a 256:
        show(
            ShapeAlignment("image", [256, 256, 3], "scale", [256, 256], title: "One factor for each pixel"),
            "256 × 256 × 3 with 256 × 256",
            predict: .yesNo("An image is [256, 256, 3], a scale [256, 256]. Can they be multiplied?", false))

        // And a table of three by three with a vector of three: one number for each column, added to every row.
        show(
            ShapeAlignment("m", [3, 3], "c", [3], title: "One number for each column"), "3 × 3 with 3")

        // In the engine such a picture is a `BroadcastAlignment`, which every error message shows, too. Ours and the
        // engine's rule agree on all pairs of shapes with up to three axes of lengths 1, 2 and 3:
        let shapes = shapesUpTo(rank: 3, length: 3)
        let pairs = shapes.flatMap { a in shapes.map { (a, $0) } }
        let agree = pairs.count { (try? broadcast($0, $1)) == BroadcastAlignment($0, $1).shape }
        show("\(agree) of \(pairs.count) pairs", "where ours and the engine's rule agree")
    }

    func whatFits() throws {
        // Some more, to try yourself on. Ask for each: which axis is repeated, and whose?
        var table = TextTable(["left", "right", "result"])
        let pairs: [([Int], [Int])] = [
            ([3, 1], [4]), ([5, 1, 28, 28], [2, 28, 28]), ([64, 784], [64]), ([64, 784], [64, 1]), ([64, 1], [64]),
            ([1], [0]), ([], [2, 3]),
        ]
        for (a, b) in pairs { table.add("\(a)", "\(b)", try result(a, b)) }
        show(
            table, "Seven pairs of shapes",
            predict: .shape("What does [64, 1] give with [64]?", try broadcast([64, 1], [64])))

        // Look at the fifth row. A column of 64 numbers and a vector of 64 numbers do not clash: together they make a
        // table of 64 by 64. If you meant to subtract number by number, nothing stops you. It is the most expensive
        // surprise that broadcasting has in store; in section 17.8 it ruins a loss.

        // The book asks about two small sums, [1, 2] + [1] and [1, 2] + [1, 2, 3]:
        show((Tensor([1, 2]) + Tensor([1])), "[1, 2] + [1]", ask: "What is [1, 2] + [1]?")
        show(
            try result([2], [3]), "[1, 2] + [1, 2, 3]",
            predict: .yesNo("Can [1, 2] and [1, 2, 3] be added?", false))
    }

    // MARK: Helpers

    /// The shape that two shapes broadcast to, or what keeps them from it.
    private func result(_ a: [Int], _ b: [Int]) throws -> String {
        do {
            return "\(try broadcast(a, b))"
        } catch let clash as Clash {
            return "✗ \(clash)"
        }
    }

    /// All shapes with 0 to `rank` axes, each of them 1 to `length` long.
    private func shapesUpTo(rank: Int, length: Int) -> [[Int]] {
        var (all, longest) = ([[Int]](), [[Int]]([[]]))
        for _ in 0...rank {
            all += longest
            longest = longest.flatMap { shape in (1...length).map { shape + [$0] } }
        }
        return all
    }
}
