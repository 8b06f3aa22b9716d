import { catalog } from 'audio-text-drills/catalog'
import { render } from 'preact'

const root = document.getElementById('app')
if (root) {
  render(
    <main>
      <h1>Audio-text drills</h1>
      <ul>
        {catalog.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </main>,
    root,
  )
}
