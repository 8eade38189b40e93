// How far a transfer has come.

import Foundation

/// The state of a transfer.
public struct TransferProgress: Sendable {
    /// Bytes that are on the disk, and bytes that are to be.
    public var bytes: Int
    public var total: Int
    /// Bytes that were there already when this run began.
    public var atStart: Int
    /// Seconds since then.
    public var seconds: Double

    /// 0...1
    public var fraction: Double { total == 0 ? 1 : Double(bytes) / Double(total) }

    /// Seconds that remain at the average speed so far; nil while that cannot be told.
    public var secondsLeft: Double? {
        guard bytes > atStart, seconds > 0.5 else { return nil }
        return Double(total - bytes) * seconds / Double(bytes - atStart)
    }

    /// "1.6 MB of 3.2 MB, 50 %, 12 s left"
    public var words: String {
        let left = secondsLeft.map { ", \(Self.duration($0)) left" } ?? ""
        return "\(byteWords(bytes)) of \(byteWords(total)), \(Int(fraction * 100)) %" + (bytes < total ? left : "")
    }

    /// "45 s", "3 min 05 s", "1 h 02 min"
    static func duration(_ seconds: Double) -> String {
        let s = Int(seconds.rounded(.up))
        if s < 60 { return "\(s) s" }
        return s < 3600
            ? String(format: "%d min %02d s", s / 60, s % 60) : String(format: "%d h %02d min", s / 3600, s / 60 % 60)
    }
}
