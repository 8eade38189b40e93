/// The sizes in a convolution. With the kernel placed for output (y, x), tap (i, j) is over
/// input (y · stride + i · dilation - padding, …), which is 0 outside the image.
public struct ConvolutionShape: Equatable, Sendable {
    public var images: Int
    /// Of the input and of the output; each group has the same number of both.
    public var channels: Int
    public var filters: Int
    public var groups: Int
    public var input: Size2D
    public var output: Size2D
    public var kernel: Size2D
    public var stride: Size2D
    /// May be negative: the input is then cropped.
    public var padding: Size2D
    public var dilation: Size2D

    public init(
        images: Int, channels: Int, filters: Int, groups: Int, input: Size2D, output: Size2D, kernel: Size2D,
        stride: Size2D, padding: Size2D, dilation: Size2D
    ) {
        (self.images, self.channels, self.filters, self.groups) = (images, channels, filters, groups)
        (self.input, self.output, self.kernel) = (input, output, kernel)
        (self.stride, self.padding, self.dilation) = (stride, padding, dilation)
    }

    /// Channels and filters of one group.
    var groupChannels: Int { channels / groups }
    var groupFilters: Int { filters / groups }
    /// Numbers per channel in a filter.
    var taps: Int { kernel.count }
    /// Output pixels of all images.
    var pixels: Int { images * output.count }
    /// Input columns from the first that the kernel touches to the last.
    var reach: Int { (output.width - 1) * stride.width + (kernel.width - 1) * dilation.width + 1 }
}
