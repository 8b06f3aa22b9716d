import { loadPrompt, promptIds } from 'audio-text-drills/prompts'

const main = document.querySelector('main')
for (const prompt of await Promise.all(promptIds.map(loadPrompt))) {
  const article = document.createElement('article')
  article.innerHTML = prompt.prompt.html
  main.append(article)
}
main.dataset.shown = 'all'
