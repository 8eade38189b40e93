// What the book prints in lists: its trainings on Imagenette with an untrained ResNet-34, epoch by epoch.

/// The book's numbers that are shown beside ours in tables.
enum BookNumbers {
    /// Section 16.1: Adam, one cycle up to a rate of 0.003. After each epoch: train_loss, valid_loss, accuracy.
    static let adam = [
        [2.571932, 2.685040, 0.322548], [1.904674, 1.852589, 0.437452], [1.586909, 1.374908, 0.594904],
    ]
    /// Section 16.1: gradient descent, one cycle up to 0.03, without momentum.
    static let descent = [
        [2.969412, 2.214596, 0.242038], [2.442730, 1.845950, 0.362548], [2.157159, 1.741143, 0.408917],
    ]
    /// Section 16.2: gradient descent by a stepper, at a rate of 0.03 all the time.
    static let ownDescent = [
        [2.730918, 2.009971, 0.332739], [2.204893, 1.747202, 0.441529], [1.875621, 1.684515, 0.445350],
    ]
    /// Section 16.3: momentum, one cycle up to 0.03.
    static let ownMomentum = [
        [2.856000, 2.493429, 0.246115], [2.504205, 2.463813, 0.348280], [2.187387, 1.755670, 0.418853],
    ]
    /// Section 16.4: RMSProp, one cycle up to 0.003.
    static let ownRMSProp = [
        [2.766912, 1.845900, 0.402548], [2.194586, 1.510269, 0.504459], [1.869099, 1.447939, 0.544968],
    ]
}
