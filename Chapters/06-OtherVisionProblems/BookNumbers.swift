// What the book prints of PASCAL's photos, for the tables that set ours beside it.

/// Names and numbers of the first half of chapter 6.
enum BookPascal {
    /// All twenty classes, sorted.
    static let classes = [
        "aeroplane", "bicycle", "bird", "boat", "bottle", "bus", "car", "cat", "chair", "cow", "diningtable", "dog",
        "horse", "motorbike", "person", "pottedplant", "sheep", "sofa", "train", "tvmonitor",
    ]
    /// The training, epoch by epoch: loss in training, in validation, and the accuracy at a threshold of 0.2. In the
    /// first four epochs the head learns alone.
    static let training: [(train: Double, valid: Double, accuracy: Double)] = [
        (0.903610, 0.659728, 0.263068), (0.724266, 0.346332, 0.525458), (0.415597, 0.125662, 0.937590),
        (0.254987, 0.116880, 0.945418), (0.123872, 0.132634, 0.940179), (0.112387, 0.113758, 0.949343),
        (0.092151, 0.104368, 0.951195),
    ]
    /// The activations of one photo, from a head that has not learned anything.
    static let activations: [Float] = [
        2.0258, -1.3543, 1.4640, 1.7754, -1.2820, -5.8053, 3.6130, 0.7193, -4.3683, -2.5001, -2.8373, -1.8037, 2.0122,
        0.6189, 1.9729, 0.8999, -2.6769, -0.3829, 1.2212, 1.6073,
    ]
}
