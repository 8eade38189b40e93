// What the book prints in lists: some distances, and its trainings, for the roller coaster step by step, on
// MNIST_SAMPLE epoch by epoch.

/// The book's numbers that are shown beside ours in tables.
enum BookNumbers {
    /// Section 4.16: after one epoch of ResNet-18.
    static let resNet = (trainLoss: 0.082089, validLoss: 0.009578, accuracy: 0.997056)
    /// Section 4.4: the first and the last three distances of the validation threes from the ideal three.
    static let distances = [0.1050, 0.1526, 0.1186, 0.1122, 0.1170, 0.1086]
    /// Section 4.8: the roller coaster's loss before the first step, and after each of ten.
    static let coaster = [
        25823.8086, 5435.53662109375, 1577.4495849609375, 847.3780517578125, 709.22265625, 683.0757446289062,
        678.12451171875, 677.1839599609375, 677.0025024414062, 676.96435546875, 676.9537353515625,
    ]
    /// Section 4.13: before training, after the first epoch, and after twenty more.
    static let linearByHand = [
        0.5219, 0.6883, 0.8314, 0.9017, 0.9227, 0.9349, 0.9438, 0.9501, 0.9535, 0.9564, 0.9594, 0.9618, 0.9613, 0.9638,
        0.9643, 0.9652, 0.9662, 0.9677, 0.9687, 0.9691, 0.9691, 0.9696,
    ]
    /// Section 4.14: before training, and after each of twenty epochs with `BasicOptim`.
    static let basicOptim = [
        0.4157, 0.4932, 0.8618, 0.8203, 0.9102, 0.9331, 0.9468, 0.9555, 0.9629, 0.9658, 0.9673, 0.9687, 0.9707, 0.9726,
        0.9751, 0.9761, 0.9761, 0.9775, 0.978, 0.9785, 0.9785,
    ]
    /// Section 4.14: after each of twenty epochs with `SGD`.
    static let sgd = [
        0.4932, 0.852, 0.8335, 0.9116, 0.9326, 0.9473, 0.9555, 0.9624, 0.9648, 0.9668, 0.9692, 0.9712, 0.9731, 0.9746,
        0.9761, 0.9765, 0.9775, 0.978, 0.9785, 0.9785,
    ]
    /// Section 4.14: the Learner's ten epochs.
    static let learner: [(trainLoss: Double, validLoss: Double, accuracy: Double)] = [
        (0.636857, 0.503549, 0.495584), (0.545725, 0.170281, 0.866045), (0.199223, 0.184893, 0.831207),
        (0.086580, 0.107836, 0.911187), (0.045185, 0.078481, 0.932777), (0.029108, 0.062792, 0.946516),
        (0.022560, 0.053017, 0.955348), (0.019687, 0.046500, 0.962218), (0.018252, 0.041929, 0.965162),
        (0.017402, 0.038573, 0.967615),
    ]
}
