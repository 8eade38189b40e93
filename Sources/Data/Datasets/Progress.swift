// How far a transfer has come.

import Common
import Foundation

/// The state of a transfer.
public struct TransferProgress: Sendable {
    /// Bytes that are on the disk, and bytes that will be there in the end.
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
        let left = secondsLeft.map { ", \(readable(.seconds($0))) left" } ?? ""
        return "\(readable(bytes: bytes)) of \(readable(bytes: total)), \(Int(fraction * 100)) %"
            + (bytes < total ? left : "")
    }
}
