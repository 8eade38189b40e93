// # What a request costs
//
// Section 17.7 · After this page you can say what the time of each version goes into, in Python as in Swift.

import Figures
import Notebook

// All versions do 39,200 multiplications and as many additions. What differs is how often they ask for something: for a
// number, a row, a product, a sum. Each request has a price that does not depend on how much is asked for: indices and
// shapes are checked, memory is found for the result, a tensor is made. Count them:
//
// - Three loops ask six times for each multiplication: three numbers, a product, a sum, and one number to be stored.
// - Row × column asks five times for each of 50 numbers: a row, a column, a product, a sum, a number to be stored.
// - Broadcasting asks five times for each of 5 rows: a row, a new axis, a product, a sum, a row to be stored.
// - The engine's product is one request.
//
// From the first version to the last, the number of requests falls from 235,200 to 1. If they are what the time goes
// into, then time divided by requests should change far less than that. It need not be constant: a request for a number
// has next to nothing else to do, but one that multiplies 784 numbers, or 7,840, does some arithmetic as well:

extension Foundations {
    func perRequest() {
        var table = TextTable([
            "version", "requests", "milliseconds", "microseconds each", "book: milliseconds", "book: microseconds each",
        ])
        let requests = [(0, 6 * 39_200), (2, 5 * 50), (3, 5 * 5), (6, 1)]
        for (index, requests) in requests {
            let (one, count) = (contenders[index], Double(requests))
            table.add(
                one.name, requests, shortened(one.time), shortened(one.time / count * 1000), shortened(one.book!),
                shortened(one.book! / count * 1000))
        }
        show(
            table, "Time divided by requests",
            predict: .count("Row × column asks 5 times for each number of a [5, 10]. How many requests is that?", 250))

        let prices = requests.map { index, count in contenders[index].time / Double(count) }
        show(
            "\(shortened(prices.max()! / prices.min()!)) to 1 (milliseconds divided by milliseconds)",
            "the dearest request and the cheapest, in the book 2.92 to 1")

        // In the book, a request costs five to seven microseconds, whether for one number or for a row of 784. That is
        // nearly all there is to its first two times: 235,200 requests, then 250. Where few requests are left,
        // arithmetic begins to count, and the price of each goes up.
        //
        // Ours are in the column beside. Row × column may well cost more per request than the three loops. One of its
        // five requests multiplies 784 numbers and stores the products, and another one reads them again and adds them
        // up. So a part of its time is arithmetic, and what we count as the price of asking is a little too high.
        //
        // Here a request is cheaper, but not by the factor by which compiled code is faster than interpreted code. What
        // PyTorch does for a request has been compiled all along. It is the same kind of work in both: checking,
        // finding memory, making a tensor. So that is where Swift stands in this race: its loops cost next to nothing,
        // and its requests cost what requests cost.
    }

    func onlyTheLoop() {
        // How much is the loop alone? Here are the same three loops, asking no tensor, over lists. In a debug build,
        // every access to a list is a call of a function; in a release build, it is an instruction or two:
        let lists = contenders[1].time
        show(
            "\(shortened(lists)) milliseconds, \(shortened(lists / 39_200 * 1e6)) nanoseconds for each product",
            "three loops over lists, \(build)")
        show("\(shortened(contenders[0].time / lists)) times the milliseconds", "with a request for each number")

        // In Python (section 17.2), the loops over lists took 2.4 milliseconds on the machine where this page was
        // written. A release build of ours took 0.13 there: compiled loops are about 18 times as fast as interpreted
        // ones. That is worth having, and it is not 82,000.
        //
        // Row × column has no loop over single numbers, and 250 requests. This is how the two compare. (In a release
        // build, 250 requests cost about as much as 39,200 steps of a loop.)
        show(
            "\(shortened(lists / contenders[2].time)) times the milliseconds of row × column",
            "39,200 steps of a loop over lists, \(build)")
    }
}
