// Targets that are pictures themselves: what each pixel shows.

import Tensors
import Training

/// A class for every pixel. (The book's `MaskBlock`.) The loss is cross-entropy, over pixels; the net gives a map for
/// each class, [n, classes, h, w], of the size of the masks. A ``HeadPlan`` makes no such net, but ``DynamicUNet`` is
/// one.
///
/// A code that is called "void" is for pixels of which nobody knows what they show: they are not learned from, and not
/// counted.
public struct MaskBlock: TargetBlock, Equatable {
    public static let kind = "mask"
    /// What the codes in the masks mean, by their numbers.
    public let codes: [String]

    /// - Parameter codes: at most 256.
    public init(codes: [String]) {
        require(
            (1...256).contains(codes.count), "MaskBlock of \(codes.count) codes", "a pixel is a byte: 1 to 256 codes")
        self.codes = codes
    }

    public func prepared(for values: [Mask]) throws -> MaskBlock { self }

    public func label(of value: Mask) throws -> Mask {
        if let strange = value.codes.first(where: { $0 >= codes.count }) {
            throw TargetProblem("a pixel of the mask has the code \(strange), and there are \(codes.count)")
        }
        return value
    }

    public var outputs: Int { codes.count }
    /// The code of pixels that do not count.
    public var void: Int? { codes.firstIndex { $0.lowercased() == "void" } }

    /// The mean over the pixels of each item; 0 where none of them counts.
    public func losses(_ scores: Tensor, _ targets: IntTensor) -> Tensor {
        let losses = crossEntropy(scores, targets, ignoring: void, axis: 1, reduction: .none)
        guard let void else { return losses.mean(axes: [1, 2]) }
        let counts = Tensor(targets .!= IntTensor(void)).sum(axes: [1, 2])
        return losses.sum(axes: [1, 2]) / counts.maximum(Tensor(1))
    }
    public func loss(_ scores: Tensor, _ targets: IntTensor) -> Tensor {
        crossEntropy(scores, targets, ignoring: void, axis: 1)
    }
    public func activated(_ scores: Tensor) -> Tensor { scores.softmax(axis: 1) }

    /// The likeliest class of every pixel.
    public func value(of prediction: Tensor) -> Mask { mask(prediction.argmax(axis: 0)) }
    public func value(in targets: IntTensor, at place: Int) -> Mask { mask(targets[place]) }

    private func mask(_ codes: IntTensor) -> Mask {
        Mask(height: codes.shape[0], width: codes.shape[1], codes: codes.scalars.map { UInt8($0) })
    }

    /// The classes with the most pixels: "61 % road, 20 % sky, 9 % car".
    public func text(of value: Mask) -> String {
        var counts = [Int](repeating: 0, count: codes.count)
        for code in value.codes where code < codes.count { counts[Int(code)] += 1 }
        let largest = codes.indices.filter { counts[$0] > 0 }.sorted { (counts[$1], $0) < (counts[$0], $1) }.prefix(3)
        return largest.map { "\((100 * counts[$0] + value.codes.count / 2) / value.codes.count) % \(codes[$0])" }
            .joined(separator: ", ")
    }

    public var saved: [String] { codes }
    public init?(saved: [String]) {
        guard (1...256).contains(saved.count) else { return nil }
        self.init(codes: saved)
    }
}
