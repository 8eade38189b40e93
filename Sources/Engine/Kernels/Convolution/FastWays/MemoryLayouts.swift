// Where results go and where weights come from. One convolution may write every other column of a larger image, or
// read a kernel backwards: a phase of the input gradient does both.

/// Where results go: pixel (y, x) of filter f of image n is at
/// `start + n * image + f * filter + y * down + x * across`.
struct OutputLayout: Sendable {
    var start = 0
    var image: Int
    var filter: Int
    var down: Int
    var across: Int

    /// [images, filters, height, width], contiguous.
    init(_ shape: ConvolutionShape) {
        (across, down, filter) = (1, shape.output.width, shape.output.count)
        image = shape.filters * filter
    }

    init(start: Int, image: Int, filter: Int, down: Int, across: Int) {
        (self.start, self.image, self.filter, self.down, self.across) = (start, image, filter, down, across)
    }
}

/// How the weights of a convolution are laid out in memory: filter f, channel c, tap (i, j) of group 0 is at
/// `start + f * filter + c * channel + i * down + j * across`, each next group `group` further on.
struct WeightLayout: Sendable {
    var start = 0
    var filter: Int
    var channel: Int
    var group: Int
    var down: Int
    var across: Int
}

extension WeightLayout {
    /// [filters, channels of a group, kernel height, kernel width]
    init(_ shape: ConvolutionShape) {
        channel = shape.taps
        filter = shape.groupChannels * channel
        group = shape.groupFilters * filter
        (down, across) = (shape.kernel.width, 1)
    }
}
