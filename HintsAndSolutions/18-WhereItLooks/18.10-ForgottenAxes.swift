// Nudge: Write [channels] below [channels, height, width], aligned at the right. Which axis of the activations meets
//   it?
// Idea: The width meets it, never the height. When do two lengths fit? There are three ways: equal, or one of them 1.
// Almost: One channel is a single number, and is right. With more channels, there are three kinds of widths: as many as
//   channels, 1, and all others. What shape does a width of 1 give, when it is stretched to the channels?

public enum ForgottenAxes: Equatable, Sendable {
    case right
    case wrongNumbers
    case wrongShape
    case stops
}

public func forgottenAxes(channels: Int, height: Int, width: Int) throws -> ForgottenAxes {
    if channels == 1 { return .right }
    if channels == width { return .wrongNumbers }
    return width == 1 ? .wrongShape : .stops
}
