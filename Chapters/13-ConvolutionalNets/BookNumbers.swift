// What the book prints in tables, for the tables that put ours beside it.

/// The book's numbers of this chapter.
enum BookNumbers {
    /// Section 13.6: parameters of the five convolutions of the net for threes and sevens.
    static let parametersOfSimpleCNN = [40.0, 296, 1168, 4640, 578]
    /// Section 13.6: the two epochs of that net.
    static let simpleCNN = [
        (trainLoss: 0.072684, validLoss: 0.045110, accuracy: 0.990186),
        (trainLoss: 0.022580, validLoss: 0.030775, accuracy: 0.990186),
    ]
}
