// Nudge: Nobody has to watch the purses between two requests. When must you know how much is in one?
// Idea: Keep two numbers for each user: the coins after the last request, and its time. At the next request add what
//   has come back since, but not more than fits.
// Almost: `coins = min(Double(most), coins + (now - last) * perSecond)`, also when the request is then refused.
//   Counting in `Double` 0.1 + 0.2 coins may be a little less than 0.3: compare with 1 - 1e-9.

public func admitted(
    users: [String], times: [Double], perSecond: Double, most: Int
) throws -> [Bool] {
    var purses: [String: (coins: Double, time: Double)] = [:]
    return zip(users, times).map { user, now in
        let purse = purses[user] ?? (Double(most), now)
        let coins = min(Double(most), purse.coins + (now - purse.time) * perSecond)
        let isAnswered = coins >= 1 - 1e-9
        purses[user] = (isAnswered ? coins - 1 : coins, now)
        return isAnswered
    }
}
