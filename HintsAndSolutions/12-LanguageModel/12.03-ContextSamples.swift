// Nudge: The page has `threeWordSamples`. Where are its two threes, and which of them is the count, which the step?
// Idea: The last place at which a sample may begin is the one whose following word is the last word of the stream:
//   place + count = stream.count − 1.
// Almost: `stride(from: 0, to: stream.count - count, by: step)` leaves out its end, so the last place is stream.count
//   − count − 1. If the stream is too short, it is empty.

public func contextSamples(_ stream: [Int], count: Int, step: Int) throws -> [(words: [Int], next: Int)] {
    stride(from: 0, to: stream.count - count, by: step).map {
        (words: Array(stream[$0..<$0 + count]), next: stream[$0 + count])
    }
}
