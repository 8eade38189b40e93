// The digits that judge the exercises on all ten digits: generated ones always, and real ones where this machine has
// them.

import Datasets
import Practice
import Tensors

/// Images of all ten digits to learn from, and others to judge by; labels in ascending order.
struct TenDigits {
    /// Where they come from, as a message says it.
    let origin: String
    let train, valid: (images: Tensor, labels: IntTensor)

    /// 200 images of every digit to learn from and 50 to judge by. Drawn when first asked for.
    static let generated = TenDigits(
        "generated digits", .generated(digits: Array(0...9), train: 200, valid: 50), train: 200, valid: 50)

    /// 500 of every digit of MNIST, and 100 to judge by, from $GROUNDUP_DATA or the cache; nil if it is in neither.
    /// They take half a second to read.
    /// - Throws: `DatasetError` when the files are not as they should be.
    static func real() throws -> TenDigits? {
        guard let found = try DataLocator().find("mnist").found else { return nil }
        let digits = try DigitImages.mnist(found.folder)
        for (part, count) in [(digits.train, 500), (digits.valid, 100)] {
            let fewest = (0...9).map { part.indices(of: $0).count }.min()!
            if part.images.shape.dropFirst() != [28, 28] || fewest < count {
                throw DatasetError(
                    found.folder.path, "\(count) images of 28 × 28 pixels of each of the ten digits were expected",
                    try: "swift run data get mnist")
            }
        }
        return TenDigits("real digits (mnist, from \(found.place))", digits, train: 500, valid: 100)
    }

    private init(_ origin: String, _ images: DigitImages, train: Int, valid: Int) {
        func part(_ digits: LabelledDigits, each count: Int) -> (Tensor, IntTensor) {
            let places = (0...9).flatMap { Array(digits.indices(of: $0).prefix(count)) }
            return (Tensor(digits.images.rows(places)) / 255, IntTensor(places.map { digits.labels[$0] }))
        }
        self.origin = origin
        (self.train, self.valid) = (part(images.train, each: train), part(images.valid, each: valid))
    }

    /// Expects a share of the answers for the images of `valid` to be right. The message names the digit with the most
    /// mistakes.
    /// - Returns: the share.
    @discardableResult
    func expectAccuracy(of answers: Found<IntTensor>, atLeast bound: Float) throws -> Float {
        let labels = valid.labels.scalars
        try expectEqual(answers.its("shape", \.shape), [labels.count])
        func share(_ places: [Int]) -> Float {
            Float(places.count { answers.value.scalars[$0] == labels[$0] }) / Float(places.count)
        }
        func share(of digit: Int) -> Float { share(labels.indices.filter { labels[$0] == digit }) }
        let (accuracy, worst) = (share(Array(labels.indices)), (0...9).min { share(of: $0) < share(of: $1) }!)
        try expect(
            answers.noting("\(labels.count) \(origin), share of right answers"), "at least \(bound)",
            found: "\(accuracy); worst are the \(worst)s, with \(share(of: worst))"
        ) { _ in accuracy >= bound }
        return accuracy
    }
}
