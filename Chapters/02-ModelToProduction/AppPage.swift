// The page, as the server writes it.

import Figures
import Foundation
import Tensors
import Vision

/// The whole page, with an answer or without.
func appPage(_ app: PhotoApp, answer: String?) -> String {
    let kinds = app.photos?.classes.map { escaped($0) }.joined(separator: ", ") ?? ""
    return #"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Select your bear!</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/app.css">
        <script src="/app.js" defer></script>
        </head>
        <body>
        <header>
        <h1>Select your bear!</h1>
        <p>A net of this machine says what is on your photo: \#(kinds). Nothing leaves the machine, and nothing is kept.</p>
        </header>
        <main>
        \#(photoForm)
        \#(digitForm(app))
        <section class="card" id="answer" aria-labelledby="answer-title" tabindex="-1">
        <h2 id="answer-title">Answer</h2>
        <div id="said" aria-live="polite" aria-atomic="true">\#(answer ?? #"<p class="quiet">Nothing has been asked yet.</p>"#)</div>
        </section>
        </main>
        <footer><p>GroundUp, chapter 2. Programs ask at <code>/api/predict</code>; see also <a href="/health">health</a> and
        <a href="/metrics">metrics</a>.</p></footer>
        </body>
        </html>

        """#
}

private let photoForm = #"""
    <section class="card" aria-labelledby="photo-title">
    <h2 id="photo-title">A photo</h2>
    <form id="photo-form" action="/" method="post" enctype="multipart/form-data">
    <div class="drop" id="drop">
    <label for="photo"><strong>Choose a photo</strong> <span class="script mouse">or drop one here</span></label>
    <input type="file" id="photo" name="photo" accept="image/jpeg,image/png" aria-describedby="photo-hint">
    <p id="photo-hint" class="quiet">JPEG or PNG, up to 10 MB</p>
    <p class="script camera"><label for="camera">With the camera:</label>
    <input type="file" id="camera" name="camera" accept="image/*" capture="environment"></p>
    <img id="preview" class="preview" alt="" hidden>
    </div>
    <button type="submit" id="classify">Classify</button>
    </form>
    </section>
    """#

private func digitForm(_ app: PhotoApp) -> String {
    if app.digits == nil { return "" }
    return #"""
        <section class="card" aria-labelledby="digit-title">
        <h2 id="digit-title">A digit</h2>
        <noscript><p class="quiet">Drawing needs JavaScript; photos do not.</p></noscript>
        <div class="script">
        <canvas id="pad" width="280" height="280" tabindex="0" role="img" aria-label="Sheet to draw a digit on"
        aria-describedby="pad-hint"></canvas>
        <p id="pad-hint" class="quiet">Draw with a finger or the mouse. With keys: arrows move the pen, space lowers and
        lifts it.</p>
        <p><button type="button" id="read">Read the digit</button>
        <button type="button" id="clear" class="second">New sheet</button></p>
        </div>
        </section>
        """#
}

/// An answer for people: the line of the book, the picture, where the net looked, and bars.
func answerHTML(_ answer: PhotoAnswer, name: String, picture: Raster?, places: Tensor) -> String {
    func image(_ raster: Raster?, _ text: String) -> String {
        guard let data = try? raster?.pngData() else { return "" }
        return "<img src=\"data:image/png;base64,\(data.base64EncodedString())\" alt=\"\(text)\">"
    }
    // A map of two rows and two columns says nothing of places: the net for digits has such a one.
    let looked = min(places.shape[0], places.shape[1]) > 2 ? picture.map { withPlaces($0, places) } : nil
    let map = image(looked, "The same with bright places where the net looked")
    return """
        <p class="verdict">\(escaped(answer.text))</p>
        <div class="result">
        <figure>\(image(picture, "What the net sees of it"))<figcaption>\(escaped(name))</figcaption></figure>
        \(looked == nil ? "" : "<figure>\(map)<figcaption>where it looked</figcaption></figure>")
        \(barsHTML(answer.probabilities.map { ($0.name, $0.probability) }))
        </div>
        """
}

let appIcon = #"""
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><g fill="#8a5a2b"><circle cx="8" cy="9" r="5"/>
    <circle cx="24" cy="9" r="5"/><circle cx="16" cy="17" r="12"/></g><ellipse cx="16" cy="22" rx="6" ry="4.5" fill="#e8cfa9"/>
    <g fill="#2b1a0b"><circle cx="11.5" cy="14" r="1.6"/><circle cx="20.5" cy="14" r="1.6"/><circle cx="16" cy="20.5" r="1.9"/>
    </g></svg>

    """#
