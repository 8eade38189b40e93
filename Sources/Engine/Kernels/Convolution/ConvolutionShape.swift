/// A number for each axis of an image.
public struct Extent: Equatable, Sendable {
    public var height: Int
    public var width: Int

    public init(_ height: Int, _ width: Int) { (self.height, self.width) = (height, width) }

    public var count: Int { height * width }
}

/// The sizes in a convolution: where the kernel lies for output (y, x), tap (i, j) is over
/// input (y · stride + i · dilation - padding, …), which is 0 outside of the image.
public struct ConvolutionShape: Equatable, Sendable {
    public var images: Int
    /// Of the input, and of the output; both are dealt out to the groups evenly.
    public var channels: Int
    public var filters: Int
    public var groups: Int
    public var input: Extent
    public var output: Extent
    public var kernel: Extent
    public var stride: Extent
    /// May be below 0: the input is then cropped.
    public var padding: Extent
    public var dilation: Extent

    public init(
        images: Int, channels: Int, filters: Int, groups: Int, input: Extent, output: Extent, kernel: Extent,
        stride: Extent, padding: Extent, dilation: Extent
    ) {
        (self.images, self.channels, self.filters, self.groups) = (images, channels, filters, groups)
        (self.input, self.output, self.kernel) = (input, output, kernel)
        (self.stride, self.padding, self.dilation) = (stride, padding, dilation)
    }

    /// Channels and filters of one group.
    var groupChannels: Int { channels / groups }
    var groupFilters: Int { filters / groups }
    /// Numbers in a filter for each channel.
    var taps: Int { kernel.count }
    /// Output pixels of all images.
    var pixels: Int { images * output.count }
    /// Input columns from the first that the kernel meets to the last.
    var reach: Int { (output.width - 1) * stride.width + (kernel.width - 1) * dilation.width + 1 }
}

/// `count` things in `parts` runs that differ by at most one.
func evenly(_ count: Int, in parts: Int, _ part: Int) -> Range<Int> {
    count * part / parts..<count * (part + 1) / parts
}

func dividedUp(_ count: Int, by size: Int) -> Int { (count + size - 1) / size }

/// Vectors of 16 as far as they go, then smaller ones: a loop that a compiler makes leaves more to single steps.
@inline(__always)
func copy(_ to: UnsafeMutablePointer<Float>, _ from: UnsafePointer<Float>, _ count: Int, plus shift: Float) {
    var i = 0
    while i + 16 <= count {
        let chunk: SIMD16<Float> = load(from + i)
        store(chunk + shift, to: to + i)
        i += 16
    }
    while i + 4 <= count {
        let chunk: SIMD4<Float> = load(from + i)
        store(chunk + shift, to: to + i)
        i += 4
    }
    while i < count {
        to[i] = from[i] + shift
        i += 1
    }
}

/// Room for `count` floats, undefined, for as long as `body` runs.
func withScratch(_ count: Int, _ body: (UnsafeMutablePointer<Float>) -> Void) {
    let bytes = count * MemoryLayout<Float>.stride
    let memory = Memory.allocate(bytes: bytes)
    body(memory.bindMemory(to: Float.self, capacity: count))
    Memory.deallocate(memory)
}
