// # A server, or the device itself
//
// Section 2.5 · After this page you can choose between a server and the user's own device, with numbers.

import Common
import Figures
import Foundation
import Notebook
import Vision

// The photo is on a phone; the net may be there, too (*edge*), or on a server that the phone asks. The book's advice
// is: begin with a server, an ordinary one without GPU. Users install nothing, a better net is there for all of them at
// once, you know the machine that it runs on, and memory is plenty. What speaks against it are four things: without a
// network nothing goes, each answer takes a journey, photos leave the device, and you pay for every user's computing.
// Two of the four can be computed.

/// How long a user waits for an answer, in seconds.
public struct Journey: Sendable {
    /// Bits a second from the device to the server.
    public var uplink: Double
    /// There and back again, however small the message is.
    public var roundTrip: Double

    /// Two round trips begin a connection with encryption, a third one carries the photo and its answer.
    public func seconds(bytes: Int, computing: Double) -> Double {
        3 * roundTrip + Double(bytes) * 8 / uplink + computing
    }
}

extension ModelToProduction {
    func bytesOnTheWay() throws {
        // The net of this run takes pictures of a certain size. Everything that a photo has beyond that is sent for
        // nothing. So a thin program on the phone makes photos small before it sends them:
        let side = try appNet.size
        let (whole, small) = (4_000_000, side * side * 3 / 8)
        var table = TextTable(["network", "whole photo", "made small first", "on the device"], decimals: 0)
        let computing = try batchCosts[0].milliseconds / 1000
        for (name, journey) in [
            ("cable or Wi-Fi", Journey(uplink: 40e6, roundTrip: 0.02)),
            ("4G in town", Journey(uplink: 10e6, roundTrip: 0.05)),
            ("3G at the edge of a forest", Journey(uplink: 0.5e6, roundTrip: 0.15)),
        ] {
            let (all, little) = (
                journey.seconds(bytes: whole, computing: computing), journey.seconds(bytes: small, computing: computing)
            )
            table.add(name, 1000 * all, 1000 * little, 10_000 * computing)
        }
        show(
            table,
            "Time until the answer is there, in milliseconds: computed, with typical numbers for networks, and a device a tenth as fast",
            predict: .choice(
                "Bear rangers at the edge of a forest have 3G. What is the quickest for them?",
                ["send the whole photo", "make it small and send it", "compute on the device"],
                answer: "compute on the device"))

        // In town both ways are done before anybody gets impatient, as long as photos are made small. At the edge of
        // the forest the journey is all that matters. And where there is no network, there is nothing to compare.
    }

    func whoPaysForComputing() throws {
        // The other number is the cost of success. Each server answers so many requests a second, and not more. On
        // devices, every new user brings a computer of their own:
        let perSecond = try batchCosts.map { 1000 * Double($0.pictures) / $0.milliseconds }.max()!
        var table = TextTable(
            ["users", "requests a second in the busiest hour", "servers like this machine"], decimals: 1)
        var servers: [Int] = []
        for users in [100, 10_000, 1_000_000] {
            // Ten photos a day each, a fifth of them in one hour.
            let rate = Double(users) * 10 / 5 / 3600
            servers.append(Int((rate / perSecond).rounded(.up)))
            table.add(users, rate, servers.last!)
        }
        show(
            table,
            "What success costs, from the milliseconds of a batch: the net alone, reading photos and answering browsers come on top",
            predict: .yesNo(
                "Is one machine like this enough for a hundred users with ten photos a day?", servers[0] == 1))

        // A hundred users are the usual beginning. One small machine does for them, for a long time. That is why the
        // simplest server is the right first step: you learn whether anybody wants the application at all, before you
        // build the complicated one. (The book tells of a company that had photos computed on servers at first, where
        // each took minutes, and only later on devices.)
    }
}
