// What the book prints of its trainings, for the tables that set ours beside it.

/// Numbers of "Deep Learning with PyTorch", chapter 7.
enum BookNumbers {
    /// The loss of the last batch by epoch, as far as the book shows it.
    static let lastLosses: [Int: Double] = [
        0: 0.523478, 1: 0.391083, 2: 0.407412, 3: 0.364203, 96: 0.019537, 97: 0.008973, 98: 0.002607, 99: 0.026200,
    ]
}
