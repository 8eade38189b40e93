// What the book reports of its trainings on Imagenette at 64 × 64 pixels.

/// The book's numbers that are shown beside ours in tables.
enum BookNumbers {
    typealias Pass = (loss: Double, accuracy: Double)

    /// Section 19.7: `fit(1)` with a learning rate of 0.1.
    static let firstFit: (train: Pass, valid: Pass) = ((2.1276, 0.2315), (1.9943, 0.2991))
    /// Section 19.8: the first epoch of `fit(2)` with the learning-rate finder.
    static let finder: (train: Pass, valid: Pass) = ((2.6336, 0.1101), (2.2307, 0.1832))
}
