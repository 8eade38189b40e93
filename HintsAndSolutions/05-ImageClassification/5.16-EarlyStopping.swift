// Nudge: Go through the epochs with two things in mind: the best error rate so far, and how many epochs ago it was.
// Idea: How many epochs ago is the epoch's number less that of the kept one. When it is `patience`, that epoch is the
//   last one.
// Almost: `guard kept != nil || !error.isNaN`; an improvement is `kept == nil || error < best - least`. Else, if
//   `epoch - kept == patience`, return with `epoch + 1` trained. `again` is always `kept + 1`.

public func earlyStopping(
    _ errors: [Double], patience: Int, least: Double = 0
) throws -> (trained: Int, kept: Int, again: Int)? {
    guard patience >= 1 else { return nil }
    var (best, kept) = (Double.infinity, Int?.none)
    for (epoch, error) in errors.enumerated() {
        if kept == nil && error.isNaN { continue }
        if kept == nil || error < best - least {
            (best, kept) = (error, epoch)
        } else if epoch - kept! == patience {
            return (epoch + 1, kept!, kept! + 1)
        }
    }
    return kept.map { (errors.count, $0, $0 + 1) }
}
